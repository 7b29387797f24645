"""What a name, a purpose or a function means: business objects, actions, and the letters that no list knows."""

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicon"
APART = re.compile(r"[;；\n、。，,]+")
FUNCTIONS_APART = re.compile(r"[;；\n、]+")
NOT_WORDS = re.compile(r"[^\w\u3400-\u9fff]+")
LONGEST = 10


@dataclass(frozen=True)
class Meaning:
    """The concepts of a text (含义): ``objects`` it is about, ``actions`` it does, ``letters`` that no list knows."""

    objects: frozenset[str]
    actions: frozenset[str]
    letters: frozenset[str]

    @property
    def terms(self) -> frozenset[str]:
        return self.objects | self.letters

    def __bool__(self) -> bool:
        return bool(self.objects or self.actions or self.letters)


@dataclass(frozen=True)
class Words:
    """The committed word lists: what each word stands for; an empty text for words without meaning."""

    means: dict[str, tuple[str, ...]]
    generic: frozenset[str]


@cache
def words() -> Words:
    """The lists of this folder, read once; an action is marked ``!``."""
    means: dict[str, list[str]] = {}
    for mark, name, key in (("", "objects", "concept"), ("!", "actions", "class")):
        for row in _rows(name):
            for word in row["words"].split():
                means.setdefault(fold(word), []).append(mark + row[key])
    for row in _rows("empty"):
        means.setdefault(fold(row["word"]), [])
    generic = frozenset(fold(row["function"]) for row in _rows("generic"))
    return Words({word: tuple(found) for word, found in means.items()}, generic)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8") as file:
        yield from csv.DictReader(file)


def fold(text: str) -> str:
    """The text in one spelling: full width and case do not matter."""
    return unicodedata.normalize("NFKC", text).casefold()


def functions_of(text: str) -> list[str]:
    """The functions of a list, each once, in order."""
    return list(dict.fromkeys(part.strip() for part in FUNCTIONS_APART.split(text) if part.strip()))


def is_generic(function: str) -> bool:
    """Whether every system has such a function."""
    return NOT_WORDS.sub("", fold(function)) in words().generic


def meaning_of(text: str) -> Meaning:
    """Cut a text into known words and the letters between them."""
    known = words().means
    concepts: set[str] = set()
    letters: set[str] = set()
    for piece in NOT_WORDS.split(fold(text)):
        rest, at = "", 0
        while at < len(piece):
            word = next(
                (
                    piece[at:end]
                    for end in range(min(len(piece), at + LONGEST), at, -1)
                    if piece[at:end] in known
                ),
                "",
            )
            if word:
                concepts.update(known[word])
                letters.update(_letters(rest))
                rest, at = "", at + len(word)
            else:
                rest, at = rest + piece[at], at + 1
        letters.update(_letters(rest))
    actions = frozenset(one[1:] for one in concepts if one.startswith("!"))
    return Meaning(frozenset(one for one in concepts if not one.startswith("!")), actions, frozenset(letters))


def _letters(rest: str) -> Iterator[str]:
    """Pairs of neighbouring letters; a single letter left over says nothing."""
    for at in range(len(rest) - 1):
        yield f"~{rest[at : at + 2]}"
