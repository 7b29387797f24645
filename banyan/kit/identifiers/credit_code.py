"""Credit codes after GB 32100-2015: registry, kind, region, organisation code, check character."""

import re
from dataclasses import dataclass

from banyan.kit.identifiers import IdentifierError, accepts, organisation_code, shown, tidy
from banyan.kit.identifiers import region as regions
from banyan.kit.sentence import say

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
WEIGHTS = tuple(pow(3, i, 31) for i in range(17))
_FORM = re.compile(rf"[{ALPHABET}]{{2}}[0-9]{{6}}[{ALPHABET}]{{10}}")
_UNUSED = re.compile(r"[IOSVZ]")


@dataclass(frozen=True, order=True)
class CreditCode:
    """A unified social credit code (统一社会信用代码) of a legal person or other organisation."""

    text: str

    @property
    def registry(self) -> str:
        """The registering department (登记管理部门): 1 staffing office, 5 civil affairs, 9 market."""
        return self.text[0]

    @property
    def kind(self) -> str:
        """The kind of organisation (机构类别) within its registry: 91 is an enterprise, 11 a state organ."""
        return self.text[1]

    @property
    def region_code(self) -> str:
        """The six digits of the registry's region (登记管理机关行政区划码)."""
        return self.text[2:8]

    @property
    def region(self) -> regions.Region | None:
        """The registry's region; None if it is the whole country (100000)."""
        return regions.parse(self.region_code) if regions.is_valid(self.region_code) else None

    @property
    def organisation(self) -> organisation_code.OrganisationCode:
        """The organisation code (主体标识码) within."""
        return organisation_code.OrganisationCode(self.text[8:17])

    def __str__(self) -> str:
        return self.text


def parse(text: str) -> CreditCode:
    """Read a code of 18 characters; blanks, full-width and small letters are put right."""
    typed = tidy(text)
    _require_form(typed)
    if check_digit(typed[:17]) != typed[17] or not organisation_code.is_valid(typed[8:17]):
        raise IdentifierError(
            say(
                "The check characters of the credit code “{text}” do not fit: a character is mistyped or two"
                " are swapped. Type it again from the certificate.",
                text=shown(typed),
            )
        )
    return CreditCode(typed)


def is_valid(text: str) -> bool:
    """Whether `parse` takes the text; it does not say that the organisation exists."""
    return accepts(parse, text)


def check_digit(first_17: str) -> str:
    """The 18th character for the first 17."""
    return ALPHABET[-sum(_VALUES[c] * w for c, w in zip(first_17, WEIGHTS, strict=True)) % 31]


def make(
    registry_and_kind: str, region_code: str, organisation: organisation_code.OrganisationCode
) -> CreditCode:
    """The code for an organisation: ``make("91", "350100", organisation_code.make("M000100Y"))``."""
    first_17 = f"{registry_and_kind}{region_code}{organisation}"
    _require_form(first_17 + "0")
    return parse(first_17 + check_digit(first_17))


def _require_form(typed: str) -> None:
    if len(typed) != 18:
        raise IdentifierError(
            say(
                "A credit code has 18 characters, “{text}” has {count}; type all of them.",
                text=shown(typed),
                count=len(typed),
            )
        )
    if _UNUSED.search(typed):
        raise IdentifierError(
            say(
                "A credit code has no I, O, S, V or Z; look in “{text}” for a 1, 0, 5, U or 2 instead.",
                text=shown(typed),
            )
        )
    if not _FORM.fullmatch(typed):
        raise IdentifierError(
            say(
                "A credit code has digits and capital letters, digits only from 3 to 8; “{text}” differs.",
                text=shown(typed),
            )
        )
