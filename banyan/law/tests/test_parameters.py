"""A clock has the value of its day, its source, and a sentence for people."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from banyan.law.norms import Norm
from banyan.law.pack import load_pack
from banyan.law.problems import LawError
from banyan.law.tests.trial_packs import mistakes, write_overlay
from banyan.law.units import Amount, Unit, fits, in_words

CLOCK = """
[trial.clock]
zh = "试验期限"
en = "A clock on trial"
unit = "working_days"
norms = ["25.1-c", "26.2-b"]
values = [{values}]
"""
OLD = '{ value = 15, until = 2019-05-14, source = "licensing", certainty = "R" }'
NEW = '{ value = 20, from = 2019-05-15, source = "licensing", articles = ["42", "82"], certainty = "V" }'


def clock(values: str) -> str:
    return CLOCK.replace("{values}", values)


def test_the_value_is_the_one_of_the_day(tmp_path: Path) -> None:
    pack = load_pack(write_overlay(tmp_path, parameters__toml=clock(f"{OLD}, {NEW}")))
    amounts = [pack.parameter("trial.clock", on=date(2019, 5, day)).amount for day in (1, 14, 15, 31)]
    assert amounts == [15, 15, 20, 20]


def test_a_value_without_an_end_lasts_until_the_next_begins(tmp_path: Path) -> None:
    earlier = OLD.replace("until = 2019-05-14, ", "")
    pack = load_pack(write_overlay(tmp_path, parameters__toml=clock(f"{earlier}, {NEW}")))
    amounts = [pack.parameter("trial.clock", on=day).amount for day in (date(1990, 1, 1), date(2019, 5, 14))]
    assert amounts == [15, 15]
    assert pack.parameter("trial.clock", on=date(2019, 5, 15)).amount == 20


def test_a_day_without_a_value_is_said(tmp_path: Path) -> None:
    pack = load_pack(write_overlay(tmp_path, parameters__toml=clock(NEW)))
    with pytest.raises(
        LawError, match=r"«trial.clock» has no value on 2019-05-14; add one to parameters\.toml"
    ):
        pack.parameter("trial.clock", on=date(2019, 5, 14))


def test_a_value_tells_its_norms_and_its_source(tmp_path: Path) -> None:
    pack = load_pack(write_overlay(tmp_path, parameters__toml=clock(NEW)))
    value = pack.parameter("trial.clock", on=date(2020, 1, 1))
    assert value.norm == Norm("25.1-c")
    assert value.citation("zh") == "行政许可法第四十二条、第八十二条"
    assert value.citation("en") == "Administrative Licensing Law art. 42, art. 82"
    assert [each.name for each in pack.parameters_of(Norm("26.2-b"))][-1] == "trial.clock"


def test_a_missing_parameter_is_said() -> None:
    with pytest.raises(LawError, match=r"has no parameter «share_request\.rpely»"):
        load_pack("fujian-draft").parameter("share_request.rpely", on=date(2026, 1, 1))


def test_an_amount_is_read_in_its_type(tmp_path: Path) -> None:
    value = load_pack(write_overlay(tmp_path, parameters__toml=clock(NEW))).parameter(
        "trial.clock", on=date.max
    )
    assert value.of(int) == 20
    assert value.of(Decimal) == Decimal(20)
    assert value.of(float) == 20.0
    with pytest.raises(LawError, match="counted in working_days; it cannot be read as str"):
        value.of(str)


def test_yes_and_no_are_not_numbers() -> None:
    value = load_pack("fujian-draft").parameter("framework.approval_required", on=date(2026, 1, 1))
    assert value.of(bool) is True
    with pytest.raises(LawError, match="cannot be read as int"):
        value.of(int)


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        (1, Unit.WORKING_DAYS, "1 working day"),
        (10, Unit.WORKING_DAYS, "10 working days"),
        (Decimal("0.5"), Unit.HOURS, "0.5 hours"),
        (100_000_000, Unit.YUAN, "100,000,000 yuan"),
        (95, Unit.PERCENT, "95 %"),
        (True, Unit.YES_NO, "yes"),
        (False, Unit.YES_NO, "no"),
        (date(2015, 4, 1), Unit.DATE, "2015-04-01"),
        (("own", "purchased"), Unit.TEXTS, "own, purchased"),
        (Decimal("0.6"), Unit.RATIO, "0.6"),
    ],
)
def test_an_amount_is_said_in_words(amount: Amount, unit: Unit, words: str) -> None:
    assert str(in_words(amount, unit)) == words


@pytest.mark.parametrize(
    ("amount", "unit"),
    [
        (-1, Unit.WORKING_DAYS),
        (Decimal("1.5"), Unit.WORKING_DAYS),
        (True, Unit.COUNT),
        ("10", Unit.MONTHS),
        (101, Unit.PERCENT),
        (Decimal("1.2"), Unit.RATIO),
        (Decimal("Infinity"), Unit.HOURS),
        (Decimal("NaN"), Unit.HOURS),
        ("", Unit.TEXT),
        ((), Unit.TEXTS),
        (("", "a"), Unit.TEXTS),
        (1, Unit.YES_NO),
        ("2015-04-01", Unit.DATE),
        (None, Unit.COUNT),
    ],
)
def test_an_amount_that_cannot_be_counted_so_is_refused(amount: object, unit: Unit) -> None:
    assert not fits(amount, unit)


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ('{ value = 10, certainty = "V" }', "«source» must name one of the sources"),
        ('{ value = 10, source = "hearsay", certainty = "V" }', "«source» must name one of the sources"),
        ('{ value = 10, source = "editor" }', "«certainty» must be one of V, V-c, P, R, A."),
        ('{ value = -1, source = "editor", certainty = "A" }', "«-1» cannot be counted in working_days."),
        ('{ source = "editor", certainty = "A" }', "«None» cannot be counted in working_days."),
        (f"{NEW}, {NEW}", "Put the values oldest first"),
        (f"{NEW}, {OLD}", "Put the values oldest first"),
        (NEW.replace("from", "until = 2019-01-01, from"), "A value cannot end before it begins."),
        (NEW.replace("2019-05-15", '"2019-05-15"'), "«from» must be a day like 2025-08-01"),
        (NEW.replace('"82"', '"art. 82"'), "«art. 82» is not an article"),
        (NEW.replace("from", "since"), "«since» is not known here; use articles, certainty, from"),
        ("", "«values» must be a list of tables"),
    ],
)
def test_a_wrong_value_is_said_with_its_place(tmp_path: Path, values: str, complaint: str) -> None:
    found = mistakes(write_overlay(tmp_path, parameters__toml=clock(values)))
    assert [each for each in found if each.startswith(f"parameters.toml [trial.clock]: {complaint}")]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('"25.1-c", ', '"25.1-z", ', "There is no norm «25.1-z» in norms.csv."),
        ('"25.1-c", ', '"25.1", ', "«25.1» is not the key of a norm"),
        ('["25.1-c", "26.2-b"]', '"25.1-c"', "«norms» must be a list of texts"),
        ('"working_days"', '"fortnights"', "«unit» must be one of seconds, minutes"),
        ('zh = "试验期限"', "", "«zh» must be a text in quotation marks."),
        ("[trial.clock]", "[trial]\nclock = 3\n[trial.other]", "«clock» is not known here"),
    ],
)
def test_a_wrong_table_is_said_with_its_place(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    found = mistakes(write_overlay(tmp_path, parameters__toml=clock(NEW).replace(old, new)))
    assert any(complaint in each and each.startswith("parameters.toml [trial") for each in found), found
