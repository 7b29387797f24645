"""Whatever is sent for an input is read, or gets one sentence of what to type."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import pytest
from django.db.models import TextChoices
from hypothesis import given
from hypothesis import strategies as some

from banyan.acts.asks import Ask, read, shape_of
from banyan.kit.sentence import Sentence

LONG = "9" * 5000


class Kind(TextChoices):
    """A choice for these tests."""

    ONE = "one", "One"


def change(
    *,
    text: str,
    number: Annotated[int, Ask(least=-5, most=2000)],
    amount: Annotated[Decimal, Ask(most=1_000_000)],
    day: date,
    yes: bool,
    file: bytes,
    data: dict[str, Any],
    kind: Kind,
    many: list[int],
) -> None:
    """An act's change that asks for every kind of input."""


SHAPE = shape_of(change)
NAMES = sorted(SHAPE.by_name)
ANYTHING = some.recursive(
    some.none()
    | some.booleans()
    | some.integers()
    | some.floats()
    | some.decimals()
    | some.binary()
    | some.text(some.characters())
    | some.sampled_from(["--5", LONG, "1e30", "NaN", "Infinity", "²", "0001-01-01", "9999-12-31"]),
    lambda inner: some.lists(inner) | some.dictionaries(some.text(), inner),
)


def told(**given: Any) -> dict[str, Sentence]:
    return {name: fault for name, fault in read(SHAPE, given)[1].items() if name in given}


@given(name=some.sampled_from(NAMES), raw=ANYTHING)
def test_anything_is_read_or_gets_a_sentence(name: str, raw: Any) -> None:
    values, faults = read(SHAPE, {name: raw})
    assert (name in values) != (name in faults)


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        *[("number", raw) for raw in ("--5", "-", LONG, f"-{LONG}", "²", "\uff15", "5.0", "1e3", True, 5.0)],
        *[("number", raw) for raw in ("-6", "2001", 10**40)],
        *[("amount", raw) for raw in ("1e30", "1e3", "NaN", "-Infinity", LONG, "\uff15", "1_0", "0.001")],
        *[("amount", raw) for raw in (float("nan"), float("inf"), 1e30, Decimal("NaN"), "1000000.01")],
        *[("day", raw) for raw in ("0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31", "2027-02-29")],
        *[("day", raw) for raw in ("\uff12027-01-01", LONG, "2027-13-01", 20270101.5, "\ud800")],
        *[("many", raw) for raw in (["5", "--5"], [[5]], {"a": 1})],
        *[("text", raw) for raw in ("a\0b", "half \ud800", "x" * 501, 5, ["x"])],
        *[("data", raw) for raw in (["x"], "x", {"a": float("nan")}, {"a": 2**60}, {"\ud800": 1})],
    ],
)
def test_what_cannot_be_read_gets_a_sentence(name: str, raw: Any) -> None:
    assert set(told(**{name: raw})) == {name}


def nested(levels: int) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for _ in range(levels):
        value = {"a": value}
    return value


def test_an_object_nested_without_end_gets_a_sentence() -> None:
    assert set(told(data=nested(5000))) == {"data"}
    assert not told(data=nested(50))


def test_numbers_amounts_and_dates_are_read_as_they_stand() -> None:
    given = {"number": " -5 ", "amount": "1200.500", "day": "2027-12-31", "many": ["7", 8]}
    values, _ = read(SHAPE, given)
    read_as = {"number": -5, "amount": Decimal("1200.5"), "day": date(2027, 12, 31), "many": [7, 8]}
    assert {name: values[name] for name in given} == read_as
