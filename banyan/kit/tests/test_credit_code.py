"""Unified social credit codes of GB 32100."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banyan.kit.identifiers import IdentifierError, credit_code, organisation_code

EXAMPLES = [
    "11220000013544541J",
    "11330105002500287C",
    "91350100M000100Y43",
    "11430000006122244L",
    "11100000000013338W",
    "11100000MB03271699",
]
codes = st.builds(
    credit_code.make,
    st.sampled_from(["11", "12", "51", "91", "92", "N1", "Y1"]),
    st.sampled_from(["350100", "350000", "100000", "469001"]),
    st.text(credit_code.ALPHABET, min_size=8, max_size=8).map(organisation_code.make),
)


@pytest.mark.parametrize("text", EXAMPLES)
def test_accepts_codes_in_use(text: str) -> None:
    assert str(credit_code.parse(text)) == text


def test_reads_registry_kind_region_and_organisation() -> None:
    code = credit_code.parse("91350100M000100Y43")
    assert (code.registry, code.kind) == ("9", "1")
    assert str(code.region) == "3501"
    assert code.organisation == organisation_code.parse("M000100Y-4")


def test_a_national_registry_is_in_no_region() -> None:
    assert credit_code.parse("11100000000013338W").region is None


def test_puts_right_how_people_type_it() -> None:
    assert credit_code.parse("９１350100 m000100y43").text == "91350100M000100Y43"


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("91350100M000100Y4", "has 17"),
        ("9135O100M000100Y43", "no I, O, S, V or Z"),
        ("913501A0M000100Y43", "digits only from 3 to 8"),
        ("91350100M000100Y44", "do not fit"),
        ("91350100M000100Y-3", "digits only from 3 to 8"),
    ],
)
def test_refuses_with_what_to_type(text: str, tells: str) -> None:
    with pytest.raises(IdentifierError, match=tells):
        credit_code.parse(text)
    assert not credit_code.is_valid(text)


def test_refuses_an_organisation_code_within_that_fails_its_own_check() -> None:
    first_17 = "91350100M000100Y5"
    assert not credit_code.is_valid(first_17 + credit_code.check_digit(first_17))


def test_refuses_to_make_with_a_letter_that_is_not_used() -> None:
    with pytest.raises(IdentifierError, match="no I, O, S, V or Z"):
        credit_code.make("91", "350100", organisation_code.make("SOVIZ000"))


@given(codes)
def test_what_is_made_reads_back(code: credit_code.CreditCode) -> None:
    assert credit_code.parse(code.text) == code
    assert organisation_code.parse(str(code.organisation)) == code.organisation


@given(codes, st.integers(0, 17), st.sampled_from(credit_code.ALPHABET))
def test_catches_every_single_wrong_character(code: credit_code.CreditCode, at: int, wrong: str) -> None:
    text = code.text[:at] + wrong + code.text[at + 1 :]
    assert credit_code.is_valid(text) == (text == code.text)


@given(codes, st.integers(0, 16))
def test_catches_every_swap_of_neighbours(code: credit_code.CreditCode, at: int) -> None:
    text = code.text
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    assert credit_code.is_valid(swapped) == (swapped == text)


@given(st.text(credit_code.ALPHABET, min_size=17, max_size=17), st.integers(0, 16), st.data())
def test_the_check_character_alone_tells_any_two_that_differ_in_one_place(
    first_17: str, at: int, data: st.DataObject
) -> None:
    wrong = data.draw(st.sampled_from(credit_code.ALPHABET.replace(first_17[at], "")))
    other = first_17[:at] + wrong + first_17[at + 1 :]
    assert credit_code.check_digit(first_17) != credit_code.check_digit(other)
