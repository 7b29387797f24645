"""Marks of State secrets (定密标志, Law on Guarding State Secrets, article 22): how classified papers are marked."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from banyan.kit.characters import fold
from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say

_BLANK = re.compile(r"\s+")
_MARK = re.compile(
    r"([绝絕]密|[机機]密|[秘祕]密)[★☆⭐*]|([绝絕]密|(?<![算手])[机機]密|(?<!商业)(?<!保守)[秘祕]密)级|TOPSECRET",
    re.IGNORECASE,
)
_INNOCENT = re.compile(r"[不非无][^,。;、]{0,6}([绝絕]密|[机機]密|[秘祕]密)级")


class MarkedSecret(SentenceError):
    """A row bears the mark of a State secret: nothing of its file may be kept."""


def squeezed(text: str) -> str:
    """The text as a mark is sought in it: in one form of writing, without blanks and invisible characters."""
    return _BLANK.sub("", fold(text))


def marks_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The marks in these texts, each once, in order: a level with its star, a level by name."""
    found: dict[str, None] = {}
    for text in texts:
        if "密" in text or "secret" in squeezed(text).lower():
            found |= dict.fromkeys(one.group() for one in _MARK.finditer(_INNOCENT.sub("", squeezed(text))))
    return tuple(found)


def demand_unmarked(rows: Iterable[tuple[int, Iterable[str]]]) -> None:
    """MarkedSecret at the first of these numbered rows that bears a mark; it does not repeat the row's words."""
    for number, cells in rows:
        if marks_in(cells):
            raise MarkedSecret(
                say(
                    "Row {row} bears the mark of a State secret. Nothing was stored: classified material never enters"
                    " this system.",
                    row=number,
                )
            )


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a value, in lists and objects too, the names of members among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield from texts_in(name)
            yield from texts_in(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts_in(one)
