"""Identifiers (标识) of people, bodies, regions and certificates, each in a module of the same shape.

Every module has a frozen value, ``parse(text)`` which tidies what people type and raises `IdentifierError`,
``is_valid(text)``, ``make(...)`` which builds one from its parts, and ``check_digit(...)`` where the standard
has one.
"""

from collections.abc import Callable

from banyan.kit.characters import fold
from banyan.kit.errors import SentenceError


class IdentifierError(SentenceError):
    """A text is not the identifier it should be (标识有误); the sentence says what to type."""


def tidy(text: str) -> str:
    """What was typed, in half-width capitals without blanks."""
    return "".join(fold(text).split()).upper()


def shown(typed: str) -> str:
    """What was typed, short enough to repeat in a message."""
    return typed if len(typed) <= 100 else typed[:100] + "…"


def accepts(parse: Callable[[str], object], text: str) -> bool:
    """Whether ``parse`` takes the text."""
    try:
        parse(text)
    except IdentifierError:
        return False
    return True
