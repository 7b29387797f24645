from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from banyan.kit.numbers import LARGEST, day, decimal, is_digits, whole

OTHER_DIGITS = ["\u00b2", "\u0661", "\uff11\uff12", "½", "一"]
ODD = ["", " ", "-", "--5", "+5", "5-", " 5", "5\n", "1_000", "1,000", "0x10", "\0", *OTHER_DIGITS]
ENDLESS = ["9" * 5000, "-" + "9" * 5000, "9" * 16, "1e30", "1e999999999", "NaN", "-sNaN", "Infinity", "∞"]


@pytest.mark.parametrize("text", [*ODD, *ENDLESS])
def test_what_is_no_number_gives_none(text: str) -> None:
    assert whole(text) is None
    assert decimal(text, places=2) is None


@given(some.text())
def test_any_text_is_a_number_in_bounds_or_none(text: str) -> None:
    number, part = whole(text, least=-LARGEST), decimal(text, places=2)
    assert number is None or -LARGEST <= number <= LARGEST
    assert part is None or part.is_finite()


@given(some.text(some.characters(categories=["Nd", "Nl", "No", "Pd"])))
def test_only_the_ten_digits_and_a_hyphen_write_a_number(text: str) -> None:
    assert (whole(text, least=-LARGEST) is None) or set(text) <= set("-0123456789")
    assert not is_digits(text) or set(text) <= set("0123456789")


@given(some.integers(-LARGEST, LARGEST))
def test_a_whole_number_reads_back(number: int) -> None:
    assert whole(str(number), least=-LARGEST) == number
    assert decimal(str(number), places=2) == number


@given(some.decimals(-LARGEST, LARGEST, places=2))
def test_an_amount_reads_back_to_the_cent(number: Decimal) -> None:
    assert decimal(f"{number:f}", places=2) == number
    assert decimal(f"{number:f}00", places=2) == number


@given(some.integers(-LARGEST, LARGEST), some.integers(-LARGEST, LARGEST))
def test_a_number_out_of_its_bounds_is_none(number: int, most: int) -> None:
    assert (whole(str(number), least=-LARGEST, most=most) is None) == (number > most)


def test_more_decimals_than_asked_are_none() -> None:
    assert decimal("0.001", places=2) is None
    assert decimal("0.010", places=2) == Decimal("0.01")


@given(some.dates())
def test_a_day_reads_back(one: date) -> None:
    assert day(one.isoformat()) == one


@given(some.text())
def test_any_text_is_a_day_or_none(text: str) -> None:
    assert day(text) is None or day(text) == date.fromisoformat(text)


@pytest.mark.parametrize(
    "text", [*ODD, *ENDLESS, "20271231", "2027-W01-1", "2027-1-1", "2027-02-29", "0000-01-01", "2027-12-31\n"]
)
def test_what_is_no_day_gives_none(text: str) -> None:
    assert day(text) is None
