"""Another province's rules load without a change of code: other numbers, names and clocks, the same keys."""

from datetime import date

import pytest

from banyan.law.coverage import Mechanism, MechanismKind, coverage
from banyan.law.norms import Article, Norm
from banyan.law.pack import Pack, load_pack
from banyan.law.problems import LawError
from banyan.law.tests.trial_packs import TINY
from banyan.law.units import Unit

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def tiny() -> Pack:
    return load_pack(TINY)


@pytest.mark.parametrize(
    ("key", "draft", "tiny"),
    [
        ("25.1-c", "第二十五条第一款", "第八条第三款"),
        ("16.2-b", "第十六条第二款", "第六条第一款"),
        ("39.1-a", "第三十九条", "第十四条"),
    ],
)
def test_the_same_norm_stands_under_another_number(key: str, draft: str, tiny: str) -> None:
    assert load_pack("fujian-draft").cite(Norm(key), "zh") == draft
    assert load_pack(TINY).cite(Norm(key), "zh") == tiny


def test_items_are_renumbered_too(tiny: Pack) -> None:
    assert tiny.cite(Norm("38.1(4)-a"), "zh") == "第十三条第（一）项"
    assert [each.norm.key for each in tiny.norms_at(Article("13"))] == ["38.1-a", "38.1(4)-a", "38.1(3)-a"]


def test_roles_have_other_names(tiny: Pack) -> None:
    assert tiny.role("provincial_office").name("zh") == "省数据局"
    assert tiny.role("provincial_office").called(TODAY, "en") == "provincial data bureau"
    assert tiny.role("citizen").name("zh") == "公民"


def test_clocks_differ_and_change_with_time(tiny: Pack) -> None:
    reply = tiny.parameter("share_request.reply", on=TODAY)
    assert (reply.amount, reply.unit, reply.norm) == (7, Unit.WORKING_DAYS, Norm("25.1-c"))
    assert reply.citation("zh") == "榕江省公共数据办法第八条第三款"
    assert tiny.parameter("share_request.reply", on=date(2027, 1, 1)).amount == 5
    assert tiny.parameter("share_request.deliver", on=TODAY).amount == 20
    assert tiny.commencement == date(2024, 3, 1)


def test_norms_of_another_province_are_dropped_but_known(tiny: Pack) -> None:
    assert len(tiny.provisions) + len(tiny.dropped) == 198 + 1
    assert len(tiny.provisions) == 36
    assert tiny.knows(Norm("14.2-a"))
    assert not tiny.holds(Norm("14.2-a"))
    with pytest.raises(LawError, match=r"«tiny-province» has no norm «14\.2-a»"):
        tiny.cite(Norm("14.2-a"), "zh")


def test_relations_follow_the_keys_and_end_at_what_is_dropped(tiny: Pack) -> None:
    assert [each.norm.key for each in tiny.related(Norm("25.1-c"))] == ["22.1-a", "22.1-b", "38.1(4)-a"]


def test_a_province_may_add_a_norm_and_its_clock(tiny: Pack) -> None:
    assert tiny.cite(Norm("40.1-a"), "en") == "art. 12(2)"
    assert [each.name for each in tiny.parameters_of(Norm("40.1-a"))] == ["annual_report.publish"]


def test_coverage_has_one_row_for_each_norm_it_kept(tiny: Pack) -> None:
    rule = Mechanism(MechanismKind.RULE, "lake.centre_is_approved")
    mechanisms = {Norm("14.2-a"): [rule], Norm("16.2-b"): [rule]}
    rows = {row.id: row for row in coverage(tiny, mechanisms, {})}
    assert len(rows) == 36
    assert rows["16.2-b"].article == Article("6.1")
