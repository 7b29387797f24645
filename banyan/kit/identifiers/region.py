"""Codes of administrative regions: GB/T 2260 down to the county, GB/T 10114 for townships, then villages."""

from dataclasses import dataclass
from enum import IntEnum

from banyan.kit.identifiers import IdentifierError, accepts, shown, tidy
from banyan.kit.numbers import is_digits
from banyan.kit.sentence import say

_PROVINCES = ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 82))
PROVINCES = frozenset(str(number) for first, last in _PROVINCES for number in range(first, last + 1))
_STARTS = {2: 0, 4: 2, 6: 4, 9: 6, 12: 9}
_ENDS = tuple(_STARTS)


class Level(IntEnum):
    """The level of a region (行政层级): 省, 市, 县, 乡镇 or 街道, 村 or 社区; a higher number is a smaller region."""

    PROVINCE = 1
    CITY = 2
    COUNTY = 3
    TOWNSHIP = 4
    VILLAGE = 5


@dataclass(frozen=True, order=True)
class Region:
    """A region (行政区划) by its code of 2, 4, 6, 9 or 12 digits without the zeros that fill longer forms."""

    code: str

    @property
    def level(self) -> Level:
        """Its level, told by the length of the code."""
        return Level(_ENDS.index(len(self.code)) + 1)

    @property
    def parent(self) -> "Region | None":
        """The region directly above, None for a province; a city without counties has its townships itself."""
        shorter = self.code[: _ENDS[self.level - 2]] if self.level > Level.PROVINCE else ""
        return Region(_unfilled(shorter)) if shorter else None

    def filled(self, digits: int) -> str:
        """The code filled with zeros to 6 digits (GB/T 2260) or 9 or 12; ValueError if it is longer."""
        if digits < len(self.code):
            raise ValueError(f"{self.code} has more than {digits} digits")
        return self.code.ljust(digits, "0")

    def __str__(self) -> str:
        return self.code


def parse(text: str) -> Region:
    """Read a code of 2, 4, 6, 9 or 12 digits; filling zeros fall away: 350100 and 350100000000 are 3501."""
    typed = tidy(text)
    if len(typed) not in _ENDS or not is_digits(typed):
        raise IdentifierError(
            say(
                "A region code has 2, 4, 6, 9 or 12 digits; “{text}” does not. Type 350102, for example.",
                text=shown(typed),
            )
        )
    code = _unfilled(typed)
    if code[:2] not in PROVINCES:
        raise IdentifierError(
            say(
                "A region code begins with its province, for example 35 for Fujian; {found} is none.",
                found=typed[:2],
            )
        )
    if _skips_a_level(code):
        raise IdentifierError(
            say("The region code {code} skips a level with zeros; type the whole code.", code=typed)
        )
    return Region(code)


def is_valid(text: str) -> bool:
    """Whether `parse` takes the text; it does not say that the region exists."""
    return accepts(parse, text)


def make(province: int, city: int = 0, county: int = 0, township: int = 0, village: int = 0) -> Region:
    """The region of these numbers: ``make(35, 1, 2)`` is 350102."""
    return parse(f"{province:02}{city:02}{county:02}{township:03}{village:03}")


def _unfilled(code: str) -> str:
    """The code without its filling zeros, cut at the end of a level."""
    ends = [end for end in _ENDS if end <= len(code) and int(code[_STARTS[end] : end])]
    return code[: max(ends, default=0)]


def _skips_a_level(code: str) -> bool:
    """Only the county may be missing: cities such as 4419 have townships of their own."""
    return any(not int(code[_STARTS[end] : end]) for end in _ENDS if end <= len(code) and end != 6)
