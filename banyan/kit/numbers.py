"""Numbers (数) and days as people and programs write them: read as they stand, or not at all."""

import re
from datetime import date
from decimal import Decimal

LARGEST = 10**15 - 1
"""So large a whole number may be: 15 digits, which databases, JSON and spreadsheets all keep exactly."""

_DIGITS = re.compile(r"[0-9]+", re.ASCII)
_WHOLE = re.compile(r"-?[0-9]{1,15}", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", re.ASCII)


def is_digits(text: str) -> bool:
    """Whether the text is digits from 0 to 9 alone (数字), as in a code; full-width and raised ones are none."""
    return _DIGITS.fullmatch(text) is not None


def whole(text: str, *, least: int = 0, most: int = LARGEST) -> int | None:
    """The whole number (整数) that the text writes with digits from 0 to 9; None for any other text.

    A hyphen before it makes it negative; None too below ``least`` and above ``most``, both of at most 15 digits.
    """
    if not _WHOLE.fullmatch(text):
        return None
    number = int(text)
    return number if least <= number <= most else None


def decimal(text: str, *, places: int) -> Decimal | None:
    """The decimal number (小数) that the text writes, with a point and at most ``places`` decimals; None otherwise.

    Zeros behind these do not count. There are no thousands marks, exponents, infinities or other digits.
    """
    if not _DECIMAL.fullmatch(text):
        return None
    number = Decimal(text)
    return number if number == round(number, places) else None


def day(text: str) -> date | None:
    """The day (日期) that the text writes as year-month-day, ``2027-12-31`` (ISO 8601, 5.2.2.1 a); None otherwise."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
