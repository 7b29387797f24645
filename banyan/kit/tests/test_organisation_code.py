"""Organisation codes of GB 11714."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from banyan.kit.identifiers import IdentifierError, organisation_code

EXAMPLES = ["01354454-1", "00250028-7", "M000100Y4", "MB0327169", "00001333-8"]
DIGITS = "0123456789"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
codes = st.text(DIGITS + LETTERS, min_size=8, max_size=8).map(organisation_code.make)
codes_of_digits = st.text(DIGITS, min_size=8, max_size=8).map(organisation_code.make)


@pytest.mark.parametrize("text", EXAMPLES)
def test_accepts_codes_in_use(text: str) -> None:
    assert organisation_code.parse(text).text == text.replace("-", "")


def test_reads_small_letters_and_full_width() -> None:
    assert organisation_code.parse(" m000100y－4") == organisation_code.parse("M000100Y4")


@pytest.mark.parametrize(
    ("text", "tells"), [("0135445", "8 digits"), ("01354454-2", "does not fit"), ("0135445A4A", "8 digits")]
)
def test_refuses_with_what_to_type(text: str, tells: str) -> None:
    with pytest.raises(IdentifierError, match=tells):
        organisation_code.parse(text)
    assert not organisation_code.is_valid(text)


def test_refuses_to_make_from_seven_characters() -> None:
    with pytest.raises(IdentifierError):
        organisation_code.make("0135445")


def test_a_long_text_is_not_repeated_whole() -> None:
    with pytest.raises(IdentifierError) as refused:
        organisation_code.parse("9" * 100_000)
    assert len(str(refused.value)) < 300


@given(codes)
def test_what_is_made_reads_back(code: organisation_code.OrganisationCode) -> None:
    assert organisation_code.parse(str(code)) == code
    assert organisation_code.make(code.body) == code


@given(codes_of_digits, st.integers(0, 8), st.sampled_from("0123456789"))
def test_catches_every_wrong_digit(code: organisation_code.OrganisationCode, at: int, wrong: str) -> None:
    text = code.text[:at] + wrong + code.text[at + 1 :]
    assert organisation_code.is_valid(text) == (text == code.text)


@given(codes, st.integers(0, 6))
def test_catches_swaps_unless_the_values_agree_modulo_11(
    code: organisation_code.OrganisationCode, at: int
) -> None:
    first, second = code.text[at], code.text[at + 1]
    assume((int(first, 36) - int(second, 36)) % 11)
    assert not organisation_code.is_valid(code.text[:at] + second + first + code.text[at + 2 :])
