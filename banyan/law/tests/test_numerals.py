"""Chinese numerals read and write the numbers of a law."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banyan.law.numerals import from_han, han


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (38, "三十八"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
    ],
)
def test_numbers_are_written_as_laws_write_them(number: int, words: str) -> None:
    assert han(number) == words


@given(st.integers(1, 999))
def test_every_number_is_read_back(number: int) -> None:
    assert from_han(han(number)) == number


@pytest.mark.parametrize("words", ["", "零", "〇", "三八", "一十", "十零", "百", "一百五零", "38", "一百零"])
def test_what_is_no_numeral_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="not a Chinese numeral"):
        from_han(words)


@pytest.mark.parametrize("number", [0, -1, 1000])
def test_numbers_that_no_law_uses_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 999"):
        han(number)
