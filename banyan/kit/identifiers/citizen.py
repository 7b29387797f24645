"""Citizen numbers after GB 11643-1999: region, birthday, sequence, check character (ISO 7064 MOD 11-2)."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from banyan.kit.identifiers import IdentifierError, accepts, tidy
from banyan.kit.identifiers import region as regions
from banyan.kit.numbers import is_digits
from banyan.kit.sentence import say

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "10X98765432"
RESIDENCE_PERMITS_OF_TAIWAN = "83"
_FORM = re.compile(r"[0-9]{17}[0-9X]")
_BEGINNINGS = regions.PROVINCES | {RESIDENCE_PERMITS_OF_TAIWAN}


@dataclass(frozen=True, order=True, repr=False)
class CitizenNumber:
    """A citizen number (公民身份号码), also the social security number; its repr shows no personal part."""

    text: str
    region_code: str
    born: date
    sequence: str

    @property
    def region(self) -> regions.Region | None:
        """Where the number was first given, in the codes of that time; None if the digits are no region."""
        return regions.parse(self.region_code) if regions.is_valid(self.region_code) else None

    @property
    def sex(self) -> Literal["male", "female"]:
        """An odd sequence is a man's."""
        return "male" if int(self.sequence) % 2 else "female"

    @property
    def masked(self) -> str:
        """For screens and logs: the region and the last character."""
        return f"{self.region_code}***********{self.text[-1]}"

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"CitizenNumber({self.masked})"


def parse(text: str) -> CitizenNumber:
    """Read a citizen number; blanks, full-width digits and a small x are put right.

    The messages never repeat the number. A date of birth in the future is not refused: no clock here.
    """
    typed = tidy(text)
    _require_form(typed)
    if typed[:2] not in _BEGINNINGS:
        raise IdentifierError(
            say(
                "A citizen number begins with a province; {found} is none. Check the first digits.",
                found=typed[:2],
            )
        )
    born = _birth_date(typed[6:14])
    if check_digit(typed[:17]) != typed[17]:
        raise IdentifierError(
            say(
                "The last character of the citizen number does not fit the others: a digit is mistyped or two"
                " are swapped. Type the number again from the identity card."
            )
        )
    return CitizenNumber(typed, typed[:6], born, typed[14:17])


def is_valid(text: str) -> bool:
    """Whether `parse` takes the text; it does not say that the person exists."""
    return accepts(parse, text)


def check_digit(first_17: str) -> str:
    """The 18th character for the first 17 digits."""
    return CHECK_CHARACTERS[sum(int(d) * w for d, w in zip(first_17, WEIGHTS, strict=True)) % 11]


def make(region_code: str, born: date, sequence: int) -> CitizenNumber:
    """The number for a six-digit region, a birthday and a sequence of 0-999 (odd for men)."""
    first_17 = f"{region_code}{born:%Y%m%d}{sequence:03}"
    _require_form(first_17 + "0")
    return parse(first_17 + check_digit(first_17))


def _require_form(typed: str) -> None:
    if len(typed) == 15 and is_digits(typed):
        raise IdentifierError(
            say("This is an old citizen number of 15 digits; type the 18 characters on the present card.")
        )
    if len(typed) != 18:
        raise IdentifierError(
            say(
                "A citizen number has 18 characters, this one has {count}; type all of them.",
                count=len(typed),
            )
        )
    if not _FORM.fullmatch(typed):
        raise IdentifierError(
            say("A citizen number has 17 digits and then a digit or X; other characters do not belong in it.")
        )


def _birth_date(digits: str) -> date:
    try:
        born = date.fromisoformat(digits)
    except ValueError:
        born = date.min
    if born.year < 1800:
        raise IdentifierError(
            say(
                "Digits 7 to 14 of the citizen number are the date of birth as YYYYMMDD; these are no date."
                " Check them."
            )
        )
    return born
