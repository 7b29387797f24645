"""Lines (逐行): an input that holds one thing a line is read whole, or answered with the line that cannot be read."""

from collections.abc import Iterable

from banyan.acts.errors import Invalid
from banyan.kit.sentence import say


def lines_of(text: str) -> list[str]:
    """The lines in which something stands, without blanks at their ends."""
    return [line.strip() for line in text.splitlines() if line.strip()]


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
