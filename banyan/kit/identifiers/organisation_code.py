"""Organisation codes after GB 11714: eight characters and a check character."""

import re
from dataclasses import dataclass

from banyan.kit.identifiers import IdentifierError, accepts, shown, tidy
from banyan.kit.sentence import say

WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS = "0123456789X"
_FORM = re.compile(r"([0-9A-Z]{8})-?([0-9X])")


@dataclass(frozen=True, order=True)
class OrganisationCode:
    """An organisation code (组织机构代码); since 2015 it is a part of the credit code."""

    text: str

    @property
    def body(self) -> str:
        """The eight characters before the check character (本体代码)."""
        return self.text[:8]

    def __str__(self) -> str:
        return self.text


def parse(text: str) -> OrganisationCode:
    """Read a code of nine characters, with or without the hyphen before the last."""
    typed = tidy(text)
    body, check = _body_and_check(typed)
    if check_digit(body) != check:
        raise IdentifierError(
            say(
                "The last character of the organisation code “{text}” does not fit the others: check each one.",
                text=shown(typed),
            )
        )
    return OrganisationCode(body + check)


def is_valid(text: str) -> bool:
    """Whether `parse` takes the text; it does not say that the organisation exists."""
    return accepts(parse, text)


def check_digit(body: str) -> str:
    """The ninth character for the first eight; a letter counts 10 to 35."""
    return CHECK_CHARACTERS[-sum(int(c, 36) * w for c, w in zip(body, WEIGHTS, strict=True)) % 11]


def make(body: str) -> OrganisationCode:
    """The code for eight digits or capital letters."""
    _body_and_check(body + "0")
    return parse(body + check_digit(body))


def _body_and_check(typed: str) -> tuple[str, str]:
    form = _FORM.fullmatch(typed)
    if form is None:
        raise IdentifierError(
            say(
                "An organisation code has 8 digits or letters and then a digit or X; “{text}” differs.",
                text=shown(typed),
            )
        )
    return form[1], form[2]
