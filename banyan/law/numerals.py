"""Chinese numerals (中文数字) as articles, chapters and items of a law are numbered: 三十八 is 38."""

import re

DIGITS = "零一二三四五六七八九"
HIGHEST = 999
_SHAPE = re.compile(
    r"(?:([一二三四五六七八九])百)?(零)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?"
)


def han(number: int) -> str:
    """``number`` (1 to 999) in Chinese numerals: 10 is 十, 38 is 三十八, 105 is 一百零五."""
    if not 1 <= number <= HIGHEST:
        raise ValueError(f"Laws number from 1 to {HIGHEST}; {number} cannot be written.")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = DIGITS[hundreds] + "百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += DIGITS[0]
    return words + (DIGITS[ones] if ones else "")


def from_han(words: str) -> int:
    """The number that `han` writes as ``words``; raises ValueError for anything else."""
    match = _SHAPE.fullmatch(words)
    if not match:
        raise ValueError(f"{words!r} is not a Chinese numeral.")
    hundreds, _, tens, ten, ones = match.groups()
    number = 100 * _digit(hundreds) + (10 * (_digit(tens) or 1) if ten else 0) + _digit(ones)
    if number == 0 or han(number) != words:
        raise ValueError(f"{words!r} is not a Chinese numeral.")
    return number


def _digit(character: str | None) -> int:
    return DIGITS.index(character) if character else 0
