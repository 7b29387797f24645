"""The lexicon of standard data elements (数据元词库): names and what they mean, near meanings, opposites, weights."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicon"
PAPER, HOW_MUCH = "证书照", "#多少"
PARTICLES = frozenset("的了")
ASKING = re.compile("谁|何|哪|什么|多少|几|怎|啥|为啥|多[久大长重高深]|还是")
UNKNOWN_COST, WORD_COST, LAST_COST, END = 1.15, 1.0, 0.8, "\n"


@dataclass(frozen=True, slots=True)
class Word:
    """A stretch of a name (词): its text and the concepts it stands for, None when the lexicon does not know it.

    A concept beginning with ``@`` says whose (主体), with ``#`` what kind of value (中心词); the rest qualify (限定词).
    """

    text: str
    means: tuple[str, ...] | None


@dataclass(frozen=True)
class Lexicon:
    """All committed word lists, read once.

    ``lived`` is what only persons do or undergo, ``questions`` tells the kind of value a question word asks for,
    ``spoken`` what short words mean in a question, ``quantities`` the kinds of value of their own that answer how much.
    """

    inside: dict[str, tuple[str, ...]]
    ending: dict[str, tuple[str, ...]]
    near: dict[tuple[str, str], float]
    neighbours: dict[str, tuple[str, ...]]
    opposites: frozenset[frozenset[str]]
    generic: frozenset[str]
    strict: frozenset[str]
    acts: frozenset[str]
    weights: dict[str, float]
    persons: frozenset[str]
    bodies: frozenset[str]
    lived: frozenset[str]
    noise: tuple[str, ...]
    registers: tuple[str, ...]
    english: dict[str, str]
    questions: dict[str, str]
    spoken: dict[str, tuple[str, ...]]
    quantities: frozenset[str]
    longest: int

    def words(self, text: str, *, ends: bool = True, most: int = 0) -> list[Word]:
        """Cut a text into the fewest, longest known words; ``ends`` when its end may hold a head noun.

        Of two equal cuts the one that leaves a paper whole is taken: 资格证书·编号, not 资格·证书编号. With ``most`` no
        word is longer than that many characters.
        """
        if not ends:
            return self.words(text + END)[:-1] if text else []
        spoken = ASKING.search(text) is not None
        best: list[tuple[float, int, bool]] = [(0.0, 0, True)]
        for end in range(1, len(text) + 1):
            unknown = (best[end - 1][0] + UNKNOWN_COST, end - 1, False)
            first = max(0, end - (most or self.longest))
            best.append(self._cheapest(text, (first, end), best, unknown, spoken=spoken))
        return self._cut(text, best)

    def _cheapest(
        self,
        text: str,
        reach: tuple[int, int],
        best: list[tuple[float, int, bool]],
        so_far: tuple[float, int, bool],
        *,
        spoken: bool,
    ) -> tuple[float, int, bool]:
        first, end = reach
        for begin in range(first, end):
            cost = best[begin][0] + (LAST_COST if end == len(text) else WORD_COST)
            paper = begin > 0 and cost == so_far[0] and text[begin - 1] in PAPER
            if (cost < so_far[0] or paper) and self._known(text, begin, end, spoken=spoken):
                so_far = (cost, begin, True)
        return so_far

    def _known(self, text: str, begin: int, end: int, *, spoken: bool) -> bool:
        piece = text[begin:end]
        if spoken and piece in self.spoken:
            return True
        if end == len(text) and piece in self.ending:
            return True
        means = self.inside.get(piece)
        if means is None or end - begin > 1:
            return means is not None
        if piece in PARTICLES:
            return begin > 0
        return begin == 0 and end < len(text) and not any(concept[0] == "#" for concept in means)

    def _cut(self, text: str, best: list[tuple[float, int, bool]]) -> list[Word]:
        words: list[Word] = []
        end = len(text)
        while end:
            _, start, known = best[end]
            piece = text[start:end]
            if known:
                words.append(Word(piece, self._means(piece, last=end == len(text))))
            elif words and words[-1].means is None:
                words[-1] = Word(piece + words[-1].text, None)
            else:
                words.append(Word(piece, None))
            end = start
        return words[::-1]

    def _means(self, piece: str, *, last: bool) -> tuple[str, ...]:
        if last and piece in self.ending:
            return self.ending[piece]
        return self.inside[piece] if piece in self.inside else self.spoken[piece]


@cache
def lexicon() -> Lexicon:
    """The committed word lists as one value."""
    inside: dict[str, tuple[str, ...]] = {}
    ending: dict[str, tuple[str, ...]] = {}
    for name, means in names():
        (ending if any(concept[0] == "#" for concept in means) else inside).setdefault(name, means)
    for name, means in ending.items():
        inside.setdefault(name, means)
    for name, means in inside.items():
        ending.setdefault(name, means)
    near = {
        pair: _share(row["concept"], float(row["factor"]))
        for row in _rows("near")
        for pair in _both(row["concept"], row["other"])
    }
    generic = frozenset(row["concept"] for row in _rows("generic"))
    parties = {row["concept"] for row in _rows("parties")}
    neighbours: dict[str, tuple[str, ...]] = {}
    for one, other in near:
        neighbours[one] = (*neighbours.get(one, ()), other)
    return Lexicon(
        inside=inside,
        ending=ending,
        near=near,
        neighbours=neighbours,
        opposites=frozenset(frozenset((row["one"], row["other"])) for row in _rows("opposites")),
        generic=generic,
        strict=frozenset(row["concept"] for row in _rows("strict")),
        acts=frozenset(concept for row in _rows("acts") for concept in row["means"].split()),
        weights={row["concept"]: float(row["weight"]) for row in _rows("weak")},
        persons=frozenset(_owners("persons") - parties - _owners("organisations")),
        bodies=frozenset(_owners("organisations") | {"@单位"}),
        lived=frozenset(row["concept"] for row in _rows("lived")),
        noise=tuple(row["noise"] for row in _rows("forms")),
        registers=tuple(row["register"] for row in _rows("registers")),
        english={row["name"]: row["chinese"] for row in _rows("english")},
        questions=_questions(),
        spoken=_spoken(),
        quantities=frozenset(neighbours.get(HOW_MUCH, ())) - generic,
        longest=max(map(len, ending)),
    )


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file by their column names."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _rows(stem: str) -> Iterator[dict[str, str]]:
    return rows(FOLDER / f"{stem}.csv")


def names() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each name of the lexicon with what it means, file by file."""
    for path in sorted(FOLDER.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            known = csv.DictReader(file)
            if known.fieldnames != ["means", "names"]:
                continue
            for row in known:
                for name in row["names"].split():
                    yield name.lower(), tuple(row["means"].split())


def _questions() -> dict[str, str]:
    return {name: row["means"] for row in _rows("questions") for name in row["names"].split()}


def _spoken() -> dict[str, tuple[str, ...]]:
    return {word: tuple(row["means"].split()) for row in _rows("spoken") for word in row["spoken"].split()}


def _owners(stem: str) -> set[str]:
    return {concept for row in _rows(stem) for concept in row["means"].split() if concept[0] == "@"}


def _share(concept: str, factor: float) -> float:
    """A head noun is compared once, any other concept from each side: each takes its share of the factor."""
    return factor if concept[0] == "#" else sqrt(factor)


def _both(one: str, other: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (one, other), (other, one)
