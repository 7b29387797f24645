"""The pack of the draft holds the published text, all 198 norms and a source for every clock."""

import hashlib
import re
import time
from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from banyan.law.norms import Article, Kind, Norm
from banyan.law.pack import Pack, load_pack
from banyan.law.roles import Group
from banyan.law.units import Amount, Certainty, Unit

TODAY = date(2026, 11, 23)
PUBLISHED_WORDS = "ddefb26644045f6707a35c346aa9481b56de3e96319ccab1291a28fe0af57f4a"
"""SHA-256 of the articles as the web page has them: half-width punctuation, no headings, no blanks."""
HALF_WIDTH = str.maketrans("，；：（）", ",;:()")
PROHIBITIONS = "14.1-e 14.2-a 15.2-a 16.2-b 16.2-c 17.1-b 18.2-c 19.1-b 19.1-c 20.2-a 24.1-b 30.1-c 31.1-c"


@pytest.fixture(scope="module")
def draft() -> Pack:
    return load_pack("fujian-draft")


def test_the_text_is_the_published_text_sign_for_sign(draft: Pack) -> None:
    words = "".join(draft.text("zh").words(Article(str(number))) for number in range(1, 40))
    plain = re.sub(r"\s", "", words.translate(HALF_WIDTH))
    assert hashlib.sha256(plain.encode()).hexdigest() == PUBLISHED_WORDS


def test_five_chapters_hold_the_articles(draft: Pack) -> None:
    chapters = {
        chapter.title: (chapter.articles[0].number, chapter.articles[-1].number)
        for chapter in draft.text("zh").chapters
    }
    assert chapters == {
        "总则": (1, 9),
        "规划与建设": (10, 21),
        "应用与服务": (22, 33),
        "监督与管理": (34, 38),
        "附则": (39, 39),
    }
    assert [article.number for article in draft.text("en").articles] == list(range(1, 40))


def test_the_translation_says_that_it_is_unofficial(draft: Pack) -> None:
    assert draft.text("en").note.startswith("Unofficial translation")


def test_198_norms_of_six_kinds(draft: Pack) -> None:
    assert len(draft.provisions) == 198
    assert Counter(each.kind for each in draft.provisions.values()) == {
        Kind.DUTY: 135,
        Kind.DEFINITION: 16,
        Kind.CONSEQUENCE: 16,
        Kind.PROHIBITION: 13,
        Kind.POWER: 11,
        Kind.RIGHT: 7,
    }


def test_the_thirteen_prohibitions(draft: Pack) -> None:
    forbidden = [norm.key for norm, each in draft.provisions.items() if each.kind is Kind.PROHIBITION]
    assert " ".join(forbidden) == PROHIBITIONS


def test_every_article_has_norms(draft: Pack) -> None:
    assert {each.article.number for each in draft.provisions.values()} == set(range(1, 40))


def test_a_norm_is_cited_by_its_article(draft: Pack) -> None:
    assert draft.cite(Norm("25.1-c"), "zh") == "第二十五条第一款"
    assert draft.cite(Norm("9.1-a"), "zh") == "第九条"
    assert draft.cite(Norm("38.1(3)-a"), "zh") == "第三十八条第（三）项"
    assert draft.cite(Norm("38.1(3)-a"), "en") == "art. 38, item (3)"
    assert str(draft.article(Norm("38.1(3)-a"))) == "38(3)"


def test_the_norms_of_a_place(draft: Pack) -> None:
    def keys(reference: str) -> list[str]:
        return [each.norm.key for each in draft.norms_at(Article(reference))]

    assert keys("16.2") == ["16.2-a", "16.2-b", "16.2-c"]
    assert keys("9") == keys("9.1") == ["9.1-a"]
    assert keys("38(3)") == keys("38.1(3)") == ["38.1(3)-a"]
    assert len(keys("38")) == 8
    assert len(keys("32")) == 11


def test_related_norms_are_found_by_their_groups(draft: Pack) -> None:
    assert [each.norm.key for each in draft.related(Norm("16.2-a"))] == ["38.1(3)-a"]
    assert draft.provision(Norm("16.2-b")).breach == ("38(3)",)


def test_every_norm_is_told_in_both_languages(draft: Pack) -> None:
    chinese = re.compile(r"[\u4e00-\u9fff]")
    for each in draft.provisions.values():
        zh = (each.actor("zh"), each.summary("zh"), each.behaviour("zh"))
        en = (each.actor("en"), each.summary("en"), each.behaviour("en"))
        assert all(chinese.search(words) for words in zh), each.norm
        assert not any(chinese.search(words) for words in en), each.norm
        assert not any(sign in words for words in zh for sign in ",;:()"), each.norm


def test_thirty_one_roles(draft: Pack) -> None:
    assert len(draft.roles) == 31
    assert Counter(role.group for role in draft.roles.values()) == {
        Group.GOVERNMENT: 3,
        Group.MANAGER: 3,
        Group.UNIT: 7,
        Group.OUTSIDE: 1,
        Group.SERVICE: 4,
        Group.SPECIALIST: 6,
        Group.FRONT_LINE: 3,
        Group.PERSON: 4,
    }


@pytest.mark.parametrize(
    ("name", "amount", "unit", "certainty"),
    [
        ("share_request.unconditional_reply", 1, Unit.WORKING_DAYS, Certainty.RECALLED),
        ("share_request.reply", 10, Unit.WORKING_DAYS, Certainty.RECALLED),
        ("share_request.deliver", 20, Unit.WORKING_DAYS, Certainty.RECALLED),
        ("share_request.conformity_check", 2, Unit.WORKING_DAYS, Certainty.VERIFIED),
        ("objection.check", 10, Unit.WORKING_DAYS, Certainty.RECALLED),
        ("service_catalogue.publication", 3, Unit.MONTHS, Certainty.ASSUMED),
        ("open_information.reply", 20, Unit.WORKING_DAYS, Certainty.VERIFIED),
        ("licence.renewal_request", 30, Unit.CALENDAR_DAYS, Certainty.VERIFIED),
        ("grant.longest", 2, Unit.YEARS, Certainty.ASSUMED),
        ("read.retention", 3, Unit.YEARS, Certainty.VERIFIED),
        ("incident.critical_infrastructure.forward", Decimal("0.5"), Unit.HOURS, Certainty.VERIFIED),
        ("resource.stale_grace", 1, Unit.CALENDAR_DAYS, Certainty.ASSUMED),
        ("sign_in.lockout", 15, Unit.MINUTES, Certainty.ASSUMED),
    ],
)
def test_the_clocks(draft: Pack, name: str, amount: Amount, unit: Unit, certainty: Certainty) -> None:
    value = draft.parameter(name, on=TODAY)
    assert (value.amount, value.unit, value.certainty) == (amount, unit, certainty)


@pytest.mark.norm("39.1-a")
def test_the_blank_day_of_commencement_is_a_marked_assumption(draft: Pack) -> None:
    assert draft.commencement == date(2015, 4, 1)
    value = draft.parameter("measures.commencement", on=TODAY)
    assert value.norm == Norm("39.1-a")
    assert not value.certainty.settled


@pytest.mark.norm("1.1-c")
def test_every_parameter_has_a_value_today(draft: Pack) -> None:
    assert all(parameter.on(TODAY).source.zh for parameter in draft.parameters.values())


def test_every_source_is_used(draft: Pack) -> None:
    values = [value.source for parameter in draft.parameters.values() for value in parameter.values]
    aliases = [alias.source for role in draft.roles.values() for alias in role.aliases]
    assert {source.key for source in [*values, *aliases]} == set(draft.sources)


def test_every_role_is_named_by_a_norm_or_waits_for_one(draft: Pack) -> None:
    named = {role for each in draft.provisions.values() for role in each.roles}
    assert set(draft.roles) - named == set()


def test_loading_takes_no_time_that_a_process_would_feel(draft: Pack) -> None:
    def seconds() -> float:
        start = time.process_time()
        load_pack(draft.id)
        return time.process_time() - start

    assert min(seconds() for _ in range(3)) < 0.15
