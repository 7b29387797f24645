"""An entry taken apart (软件条目解析): what its name, purpose and functions are about, and what is done to it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

from banyan.kit.characters import fold
from banyan.kit.numbers import is_digits
from banyan.planning.similarity.letters import counted
from banyan.planning.similarity.words import (
    ACTION,
    CARRIER,
    GENERIC,
    OBJECT,
    UNKNOWN,
    Word,
    cut,
    lexicon,
    written,
)

PARTS = re.compile(r"[;；、\n\r|]+|(?<=[一-鿿])[,，。](?=[一-鿿])")
CLAUSES = re.compile(r"[,，。;；、:：\n\r]+")
NUMBERED = re.compile(r"^[\s(（\[【]*(?:\d{1,2}|[一二三四五六七八九十]{1,3})[\s)）\].、．】:：]+")
NAMED, PURPOSED = 1.5, 1.0
SHADOW = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """One name or function as ``said``: its plain ``text``, its concepts by kind, and the word for each concept."""

    said: str
    text: str
    things: tuple[str, ...]
    carriers: tuple[str, ...]
    actions: tuple[str, ...]
    generic: tuple[str, ...]
    words: dict[str, str]

    @property
    def says_something(self) -> bool:
        """Whether it is about more than what every system has (通用功能)."""
        return bool(self.things or (not self.generic and (self.carriers or self.actions)))


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A piece of software as read: its name, what name and purpose are about, its functions, how often each is said."""

    title: Phrase
    named: frozenset[str]
    functions: tuple[Phrase, ...]
    things: dict[str, float]
    letters: dict[str, float]


def split(functions: str) -> list[str]:
    """The single functions of a list as people write it: parted by ；、 or lines, numbered or not."""
    parts = (NUMBERED.sub("", part.strip()).strip(" .。,，等") for part in PARTS.split(functions))
    return [part for part in parts if part]


@lru_cache(maxsize=50_000)
def phrase(text: str) -> Phrase:
    """Read one name, clause or function."""
    plain = written(fold(text))
    found: dict[str, dict[str, str]] = {kind: {} for kind in (OBJECT, CARRIER, ACTION, GENERIC)}
    for run in plain.split():
        for word in cut(run):
            for kind, concept in _concepts(word):
                found[OBJECT if kind == UNKNOWN else kind].setdefault(concept, word.text)
    words = {concept: word for kind in found.values() for concept, word in kind.items()}
    things, carriers, actions, generic = (tuple(kind) for kind in found.values())
    return Phrase(text, plain.replace(" ", ""), things, carriers, actions, generic, words)


def _concepts(word: Word) -> Iterator[tuple[str, str]]:
    if word.means is None:
        yield from ((UNKNOWN, pair) for pair in _pairs(word.text))
        return
    for concept in word.means:
        yield lexicon().kinds[concept], concept


def _pairs(text: str) -> list[str]:
    """An unknown word as pairs of its characters; Latin words and numbers stay whole, a single sign is left out."""
    if text.isascii():
        return [f"~{text}"] if len(text) > 1 and not is_digits(text) else []
    return [f"~{text[place : place + 2]}" for place in range(len(text) - 1)]


def entry(name: str, purpose: str, functions: str) -> Entry:
    """Read a whole entry; where no functions are given, the clauses of the purpose or the name stand for them."""
    listed = split(functions) or [part for part in CLAUSES.split(purpose) if part.strip()] or [name]
    read = tuple(phrase(text) for text in dict.fromkeys(listed))
    title, aim = phrase(name), phrase(purpose)
    counts: defaultdict[str, float] = defaultdict(float)
    for weight, part in [(NAMED, title), (PURPOSED, aim), *((1.0, one) for one in read)]:
        for concept in (*part.things, *part.carriers):
            counts[concept] += weight
        for concept in part.things:
            for pair in _pairs(part.words[concept]) if concept[0] != "~" else ():
                counts[pair] += weight * SHADOW * SHADOW
    spelled = counted(name, (purpose, *(one.said for one in read)))
    return Entry(title, frozenset((*title.things, *aim.things)), read, _rooted(counts), _rooted(spelled))


def _rooted(counts: dict[str, float]) -> dict[str, float]:
    return {one: sqrt(count) for one, count in counts.items()}
