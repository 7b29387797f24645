"""Lines (逐行): an input that holds one thing a line is read whole, or answered with the line that cannot be read."""

import re
from collections.abc import Iterable

from banyan.acts.errors import Invalid
from banyan.kit.sentence import say


def lines_of(text: str) -> list[str]:
    """The lines in which something stands, without blanks at their ends."""
    return [line.strip() for line in text.splitlines() if line.strip()]


_APART = re.compile(r"[=＝:：]")


def pairs_of(asked: str, text: str) -> dict[str, str]:
    """What is written one a line: name, colon or equals sign, value; Invalid when a line is not so."""
    found: dict[str, str] = {}
    for number, line in enumerate(lines_of(text), start=1):
        name, *value = (part.strip() for part in _APART.split(line, maxsplit=1))
        if not value:
            raise Invalid({asked: say("Line {line}: write a name, a colon and its value.", line=number)})
        if name in found:
            raise Invalid({asked: say("Line {line} names “{name}” again.", line=number, name=name)})
        found[name] = value[0]
    return found


def fits(asked: str, number: int, text: str, longest: int) -> str:
    """The text of this line of the input ``asked``; Invalid, naming the line, when it is too long to be kept."""
    if len(text) > longest:
        told = say(
            "Line {line}: use at most {longest} characters; this has {length}.",
            line=number,
            longest=longest,
            length=len(text),
        )
        raise Invalid({asked: told})
    return text


def all_fit(asked: str, texts: Iterable[str], longest: int) -> list[str]:
    """These lines of the input ``asked``; Invalid, naming the first that is too long to be kept."""
    return [fits(asked, number, text, longest) for number, text in enumerate(texts, start=1)]
