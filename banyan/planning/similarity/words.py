"""The lexicon (词库): what the words of business software mean, and how a text is cut into them."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "lexicon"
OBJECT, CARRIER, ACTION, GENERIC, EMPTY, UNKNOWN = (
    "object",
    "carrier",
    "action",
    "generic",
    "empty",
    "unknown",
)
SIGNS = re.compile(r"[^0-9a-z一-鿿]+")
PLACES = frozenset("省市县区镇乡州旗")
UNKNOWN_COST, WORD_COST, SIGN_COST = 1.15, 1.0, 1.1


class Word(NamedTuple):
    """A stretch of a text (词) and the concepts it stands for; none when the lexicon does not know it."""

    text: str
    means: tuple[str, ...] | None


def written(text: str) -> str:
    """Letters and numbers alone, with a blank for everything else."""
    return SIGNS.sub(" ", text.lower())


@dataclass(frozen=True)
class Lexicon:
    """All committed word lists: ``names`` to concepts, ``kinds`` of concepts, ``near`` concepts with a factor."""

    names: dict[str, tuple[str, ...]]
    kinds: dict[str, str]
    near: dict[str, dict[str, float]]
    lengths: dict[str, tuple[int, ...]]

    def words(self, text: str) -> list[Word]:
        """Cut a text into the fewest, longest known words; unknown characters stay together."""
        count = len(text)
        cost = [0.0, *[float("inf")] * count]
        come = [0] * (count + 1)
        known = [False] * (count + 1)
        for begin in range(count):
            here = cost[begin]
            if here + UNKNOWN_COST < cost[begin + 1]:
                cost[begin + 1], come[begin + 1], known[begin + 1] = here + UNKNOWN_COST, begin, False
            for length in self.lengths.get(text[begin], ()):
                end = begin + length
                step = here + (WORD_COST if length > 1 else SIGN_COST)
                if end <= count and step < cost[end] and text[begin:end] in self.names:
                    cost[end], come[end], known[end] = step, begin, True
        return self._joined(text, come, known)

    def _joined(self, text: str, come: list[int], known: list[bool]) -> list[Word]:
        words: list[Word] = []
        end = len(text)
        while end:
            piece = text[come[end] : end]
            if known[end]:
                words.append(Word(piece, self.names[piece]))
            elif words and words[-1].means is None:
                words[-1] = Word(piece + words[-1].text, None)
            else:
                words.append(Word(piece, None))
            end = come[end]
        return words[::-1]


@lru_cache(maxsize=20_000)
def cut(run: str) -> tuple[Word, ...]:
    """The words of a run of letters, without the place before a name."""
    return tuple(_without_place(lexicon().words(run)))


def _without_place(words: list[Word]) -> list[Word]:
    """某某市 before a name says where, not what."""
    if len(words) > 2 and words[0].means is None and len(words[0].text) < 4 and words[1].text in PLACES:
        return words[2:]
    return words


@cache
def lexicon() -> Lexicon:
    """The committed word lists as one value."""
    names: dict[str, tuple[str, ...]] = {}
    kinds: dict[str, str] = {}
    for kind, concept, name in _meanings():
        kinds.setdefault(concept, kind)
        if concept not in names.get(name, ()):
            names[name] = (*names.get(name, ()), concept)
    for kind, concept, name in _rest():
        kinds.setdefault(concept, kind)
        names.setdefault(name, (concept,) if concept else ())
    return Lexicon(names, kinds, _near(names, kinds), _lengths(names))


def _meanings() -> Iterator[tuple[str, str, str]]:
    for path in sorted((FOLDER / "objects").glob("*.csv")):
        yield from _named(OBJECT, path)
    yield from _named(CARRIER, FOLDER / "carriers.csv")
    yield from _named(ACTION, FOLDER / "actions.csv")


def _rest() -> Iterator[tuple[str, str, str]]:
    yield from _named(GENERIC, FOLDER / "generic.csv", sign="*")
    for stem in ("empty", "places"):
        for row in _rows(FOLDER / f"{stem}.csv"):
            for name in row["names"].split():
                yield EMPTY, "", name


def _named(kind: str, path: Path, sign: str = "") -> Iterator[tuple[str, str, str]]:
    for row in _rows(path):
        for name in [row["means"], *row["names"].split()]:
            yield kind, sign + row["means"], name.lower()


def _near(names: dict[str, tuple[str, ...]], kinds: dict[str, str]) -> dict[str, dict[str, float]]:
    """Kindred concepts; a line may name a concept by any of its names."""
    near: dict[str, dict[str, float]] = {}
    for row in _rows(FOLDER / "near.csv"):
        one, two = (name if name in kinds else names[name][0] for name in (row["one"], row["other"]))
        near.setdefault(one, {})[two] = near.setdefault(two, {})[one] = float(row["factor"])
    return near


def _lengths(names: dict[str, tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, set[int]] = {}
    for name in names:
        lengths.setdefault(name[0], set()).add(len(name))
    return {first: tuple(sorted(found)) for first, found in lengths.items()}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
