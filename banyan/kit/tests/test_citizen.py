"""Citizen numbers: the examples of GB 11643 and what the check character must catch."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banyan.kit.identifiers import IdentifierError, citizen

EXAMPLES = ["11010519491231002X", "34052419800101001X", "440524188001010014"]
numbers = st.builds(
    citizen.make,
    st.sampled_from(["350102", "110105", "820000", "830000"]),
    st.dates(date(1800, 1, 1), date(2100, 1, 1)),
    st.integers(0, 999),
)


@pytest.mark.parametrize("text", EXAMPLES)
def test_accepts_the_published_examples(text: str) -> None:
    assert str(citizen.parse(text)) == text


def test_reads_region_birthday_and_sex() -> None:
    number = citizen.parse("11010519491231002X")
    assert str(number.region) == "110105"
    assert number.born == date(1949, 12, 31)
    assert number.sequence == "002"
    assert number.sex == "female"
    assert citizen.parse("34052419800101001X").sex == "male"


@pytest.mark.parametrize(
    "text", ["11010519491231002x", " 110105 19491231 002X\n", "１１０１０５１９４９１２３１００２Ｘ"]
)
def test_puts_right_how_people_type_it(text: str) -> None:
    assert citizen.parse(text).text == "11010519491231002X"


def test_drops_the_direction_mark_that_comes_with_copying() -> None:
    assert citizen.is_valid("\u202a11010519491231002X\u202c")


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("", "has 18 characters, this one has 0"),
        ("1101054912310", "has 18 characters, this one has 13"),
        ("110105491231002", "old citizen number of 15 digits"),
        ("11010519491231O02X", "17 digits"),
        ("1101051949123100XX", "17 digits"),
        ("٣10105194912310021", "17 digits"),
        ("99010519491231002X", "99 is none"),
        ("11010519490231002X", "date of birth"),
        ("110105000001010020", "date of birth"),
        ("110105194912310021", "does not fit"),
    ],
)
def test_refuses_with_what_to_type(text: str, tells: str) -> None:
    with pytest.raises(IdentifierError, match=tells) as refused:
        citizen.parse(text)
    assert str(refused.value.sentence) == str(refused.value)
    assert not citizen.is_valid(text)


def test_messages_and_repr_do_not_show_the_number() -> None:
    with pytest.raises(IdentifierError) as refused:
        citizen.parse("110105194912310021")
    assert "19491231" not in str(refused.value)
    number = citizen.parse("11010519491231002X")
    assert number.masked == "110105***********X"
    assert "19491231" not in repr(number)


def test_residence_permit_of_taiwan_has_no_region() -> None:
    assert citizen.make("830000", date(1990, 5, 1), 1).region is None


@pytest.mark.parametrize(("region", "sequence"), [("3501", 1), ("350102", 1000), ("35010A", 1)])
def test_refuses_to_make_from_parts_of_the_wrong_length(region: str, sequence: int) -> None:
    with pytest.raises(IdentifierError):
        citizen.make(region, date(1990, 5, 1), sequence)


@given(numbers)
def test_what_is_made_reads_back(number: citizen.CitizenNumber) -> None:
    assert citizen.parse(number.text) == number


@given(numbers, st.integers(0, 17), st.sampled_from("0123456789X"))
def test_catches_every_single_wrong_character(number: citizen.CitizenNumber, at: int, wrong: str) -> None:
    text = number.text[:at] + wrong + number.text[at + 1 :]
    assert citizen.is_valid(text) == (text == number.text)


@given(numbers, st.integers(0, 16))
def test_catches_every_swap_of_neighbours(number: citizen.CitizenNumber, at: int) -> None:
    text = number.text
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    assert citizen.is_valid(swapped) == (swapped == text)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    citizen.is_valid(text)
