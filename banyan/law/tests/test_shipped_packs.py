"""What every pack in the folder keeps, whoever wrote it; and what the two laid over the draft say."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from banyan.law.compare import Difference, compare
from banyan.law.folder import shipped
from banyan.law.inforce import DEFAULT
from banyan.law.norms import Norm
from banyan.law.pack import Pack, Status, load_pack
from banyan.law.problems import LawError
from banyan.law.shelf import names, on_shelf, two_on_shelf
from banyan.law.tests.trial_packs import mistakes, write_overlay
from banyan.law.units import Amount, Certainty

TODAY = date(2026, 11, 29)
EVE = date(2025, 7, 31)
FIRST = date(2025, 8, 1)


@pytest.fixture(scope="module")
def draft() -> Pack:
    return load_pack(DEFAULT)


@pytest.fixture(scope="module")
def adopted() -> Pack:
    return load_pack("fujian-2015")


@pytest.fixture(scope="module")
def sharing() -> Pack:
    return load_pack("state-2025-sharing")


@pytest.fixture(params=shipped())
def pack(request: pytest.FixtureRequest) -> Pack:
    return on_shelf(request.param)


def test_every_norm_of_the_draft_is_known(pack: Pack, draft: Pack) -> None:
    assert all(pack.knows(norm) for norm in draft.provisions)


def test_every_norm_is_told_in_both_languages_and_binds_known_roles(pack: Pack) -> None:
    for one in pack.provisions.values():
        for language in ("zh", "en"):
            assert one.actor(language)
            assert one.summary(language)
            assert one.behaviour(language)
        assert set(one.roles) <= set(pack.roles)


def test_every_parameter_has_a_sourced_value_on_every_day_that_matters(pack: Pack) -> None:
    for parameter in pack.parameters.values():
        assert parameter.on(TODAY).citation("zh"), parameter.name
        assert parameter.on(TODAY).citation("en"), parameter.name


def test_an_overlay_says_what_is_known_of_it_and_the_draft_does_not_inherit_it(pack: Pack) -> None:
    assert bool(pack.note("zh")) == bool(pack.note("en")) == (pack.id != DEFAULT)


def test_words_that_are_not_settled_say_why(pack: Pack) -> None:
    doubtful = [one for one in pack.provisions.values() if not one.certainty.settled]
    assert all(one.note("zh") and one.note("en") for one in doubtful)


def test_every_clock_of_the_draft_is_kept_or_replaced(pack: Pack, draft: Pack) -> None:
    assert set(draft.parameters) <= set(pack.parameters)
    for name, parameter in draft.parameters.items():
        assert pack.parameters[name].values[-1].unit == parameter.values[-1].unit


@pytest.mark.norm("39.1-a")
def test_the_adopted_measures_name_their_day(adopted: Pack) -> None:
    assert (adopted.status, adopted.commencement) == (Status.IN_FORCE, date(2015, 4, 1))
    assert adopted.parameter("measures.commencement", on=TODAY).certainty is Certainty.VERIFIED
    assert adopted.provision(Norm("39.1-a")).text_zh == "本办法自2015年4月1日起施行"


@pytest.mark.parametrize(
    ("key", "article", "words", "certainty"),
    [
        ("3.1-d", "3", "资源共享", "V"),
        ("4.1-d", "5.1", "保障项目建设和应用所需经费", "V"),
        ("5.1-a", "6.2", "省人民政府电子政务管理部门", "V"),
        ("5.1-f", "6.2", "综合管理和调度使用全省政务信息资源", "P"),
        ("5.2-b", "6.1", "承担本行政区域内电子政务推进、指导、协调和监督工作", "V"),
        ("41.1-c", "4", "促进电子政务均衡发展", "V"),
        ("42.2-a", "5.2", "加强信息化培训", "V"),
    ],
)
def test_what_was_read_of_the_adopted_measures(
    adopted: Pack, key: str, article: str, words: str, certainty: str
) -> None:
    one = adopted.provision(Norm(key))
    assert (str(one.article), one.text_zh, one.certainty) == (article, words, certainty)


def test_the_adopted_measures_dropped_one_purpose(adopted: Pack, draft: Pack) -> None:
    assert adopted.dropped == {Norm("1.1-d")}
    assert set(adopted.provisions) - set(draft.provisions) == {
        Norm(key) for key in ("41.1-a", "41.1-b", "41.1-c", "41.1-d", "41.1-e", "42.1-a", "42.2-a", "42.2-b")
    }


def test_what_was_not_read_is_the_drafts_one_article_later_and_says_so(adopted: Pack, draft: Pack) -> None:
    carried = [one for one in adopted.provisions.values() if one.certainty is Certainty.ASSUMED]
    assert {one.norm.place[0] for one in carried} == set(range(7, 39))
    for one in carried:
        before = draft.provision(one.norm)
        number, *place = before.article.place
        assert one.article.place == (number + 1, *place)
        assert one.text_zh == before.text_zh.replace("省数字办", "省人民政府电子政务管理部门")


def test_the_provincial_office_has_its_new_name(adopted: Pack, draft: Pack) -> None:
    assert draft.role("provincial_office").name("zh") == "省数字办"
    assert adopted.role("provincial_office").name("zh") == "省人民政府电子政务管理部门"
    assert "省数字办" not in "".join(one.text_zh for one in adopted.provisions.values())


def test_the_adopted_measures_take_no_building_mode_for_read(adopted: Pack) -> None:
    modes = [one for name, one in adopted.parameters.items() if name.startswith("building_mode.")]
    assert len(modes) == 5
    assert {one.on(TODAY).certainty for one in modes} == {Certainty.ASSUMED}


@pytest.mark.norm("25.1-c")
@pytest.mark.parametrize(
    ("name", "amount", "certainty"),
    [
        ("resource.review", 2, "R"),
        ("resource.update", 10, "R"),
        ("resource.update_extension", 5, "R"),
        ("service_catalogue.review", 2, "A"),
        ("collection_catalogue.review", 2, "A"),
        ("share_request.unconditional_reply", 1, "R"),
        ("share_request.reply", 10, "R"),
        ("share_request.published_reply", 10, "R"),
        ("share_request.deliver", 20, "R"),
    ],
)
def test_the_regulations_clocks_begin_with_the_regulation(
    sharing: Pack, name: str, amount: Amount, certainty: str
) -> None:
    value = sharing.parameter(name, on=FIRST)
    assert (value.amount, value.certainty, value.since, value.source.key) == (
        amount,
        certainty,
        FIRST,
        "sharing-2025",
    )
    assert sharing.parameter(name, on=EVE).source.key != "sharing-2025"


def test_before_the_regulation_the_drafts_amounts_hold(sharing: Pack, draft: Pack) -> None:
    for name in draft.parameters:
        if draft.parameters[name].values[0].holds_on(EVE):
            assert sharing.parameter(name, on=EVE).amount == draft.parameter(name, on=EVE).amount, name


def test_no_number_of_days_of_the_regulation_is_called_read(sharing: Pack) -> None:
    days = [
        value
        for parameter in sharing.parameters.values()
        for value in parameter.values
        if value.source.key == "sharing-2025" and isinstance(value.amount, int)
    ]
    assert days
    assert not any(value.certainty.settled for value in days)


def test_offices_are_called_as_the_regulation_calls_them_from_its_first_day(sharing: Pack) -> None:
    office = sharing.role("provincial_office")
    assert office.called(EVE, "zh") == "省人民政府电子政务管理部门"
    assert office.called(FIRST, "zh") == "省政务数据共享主管部门"
    assert sharing.role("consumer").called(FIRST, "zh") == "政务数据需求部门"


def test_the_text_of_the_draft_is_untouched_by_the_clocks(sharing: Pack, draft: Pack) -> None:
    differing = Counter(one for row in compare(draft, sharing, TODAY) for one in row.differences)
    assert set(differing) == {Difference.ROLES, Difference.CLOCKS}


def test_the_shelf_holds_the_shipped_packs_and_opens_no_path() -> None:
    assert set(names()) == set(shipped())
    with pytest.raises(LawError, match="the known ones are fujian-2015, fujian-draft, state-2025-sharing"):
        on_shelf("../packs/fujian-draft")


def test_what_cannot_be_read_is_said_field_by_field() -> None:
    found, faults = two_on_shelf("atlantis", "fujian-draft", "soon", TODAY)
    assert found is None
    assert set(faults) == {"a", "on"}


def test_a_certainty_that_is_none_is_a_mistake(tmp_path: Path) -> None:
    pack = write_overlay(tmp_path, norms__csv="key,certainty\n16.2-b,sure\n")
    assert any("The certainty must be one of" in one for one in mistakes(pack))
