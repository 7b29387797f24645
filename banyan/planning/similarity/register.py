"""The register of software as an index (软件登记册索引): built once, asked for what is functionally similar."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import nlargest
from math import log10
from typing import Self

from banyan.planning.similarity.agreement import Agreement, about, agree
from banyan.planning.similarity.candidates import Candidates
from banyan.planning.similarity.reading import entry
from banyan.planning.similarity.reasons import reason
from banyan.planning.similarity.sides import Side, side
from banyan.planning.similarity.values import FunctionPair, Similar
from banyan.planning.similarity.weights import LetterWeights, Weights

SIMILAR = 0.5
BESIDE = 0.8
EXPLAINED = 0.5
CLOSEST, REMEMBERED = 24, 20_000
DOUBT, SMALL = 0.25, 300

Row = tuple[str, str, str, str]


class Register:
    """An immutable index of registered software; `similar` answers what does the same as a new entry."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = tuple(rows)
        self._candidates = Candidates(entry(*row[1:]) for row in self._rows)
        self._weights = Weights(len(self._rows), self._candidates.counts())
        self._spelling = LetterWeights(len(self._rows), self._candidates.letters)
        self._doubt = DOUBT * log10(max(1.0, len(self._rows) / SMALL))
        self._side = lru_cache(maxsize=REMEMBERED)(self._read)

    @classmethod
    def build(cls, rows: Iterable[Sequence[str]]) -> Self:
        """Build it from rows of id, name, purpose and functions."""
        return cls([(row[0], row[1], row[2], row[3]) for row in rows])

    def __len__(self) -> int:
        return len(self._rows)

    def similar(self, name: str, purpose: str, functions: str, most: int = 5) -> list[Similar]:
        """The software that does the same, most similar first; none when nothing does."""
        ranked = self.ranked(name, purpose, functions)
        if not ranked or ranked[0].score < SIMILAR:
            return []
        least = BESIDE * SIMILAR
        return [one for one in ranked[:most] if one.score >= least]

    def ranked(self, name: str, purpose: str, functions: str, most: int = 5) -> list[Similar]:
        """The nearest software, whether similar or not."""
        asked = side(entry(name, purpose, functions), self._weights, self._spelling)
        near = self._candidates.near(asked.entry, self._weights)
        closest = nlargest(CLOSEST, near, key=lambda number: (about(asked, self._side(number)), -number))
        found = [(number, agree(asked, self._side(number), self._doubt)) for number in closest]
        found.sort(key=lambda one: (-one[1].score, one[0]))
        return [self._explained(number, asked, agreement) for number, agreement in found[:most]]

    def _read(self, number: int) -> Side:
        return side(entry(*self._rows[number][1:]), self._weights, self._spelling)

    def _explained(self, number: int, asked: Side, agreement: Agreement) -> Similar:
        other = self._side(number)
        pairs = [
            FunctionPair(
                asked.entry.functions[pair.ours].said,
                other.entry.functions[pair.theirs].said,
                round(pair.score, 4),
                reason(asked, other, pair),
            )
            for pair in agreement.pairs
            if pair.score >= EXPLAINED
        ]
        pairs.sort(key=lambda pair: (-pair.score, pair.ours))
        identifier, name = self._rows[number][:2]
        return Similar(identifier, name, round(agreement.score, 4), tuple(pairs))
