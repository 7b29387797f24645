"""How much a concept or a letter tells (权重): rare ones much, those of every second system little."""

import csv
from collections import Counter
from functools import cache
from math import log
from pathlib import Path

from banyan.planning.similarity.words import ACTION, CARRIER, FOLDER, GENERIC, OBJECT, lexicon

WEIGHTS = {OBJECT: 1.0, CARRIER: 0.4, ACTION: 0.65, GENERIC: 0.1}
PAIR_WEIGHT = 0.7
RAREST = 600
LEAST = {OBJECT: 0.2, CARRIER: 0.2, ACTION: 0.6, GENERIC: 0.2}
SINGLE, RAREST_LETTER = 0.8, 256
LEAST_LETTER, MOST_LETTER = 0.05, 1.125


@cache
def background(stem: str = "background") -> tuple[int, dict[str, int]]:
    """How many pieces of software the committed background counts, and in how many each concept or letter occurs."""
    path: Path = FOLDER / f"{stem}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        counts = {row["concept"]: int(row["count"]) for row in csv.DictReader(file)}
    return counts.pop(""), counts


class Weights:
    """Weights of concepts from a register and the committed background together, so that small registers work."""

    def __init__(self, size: int, counts: Counter[str]) -> None:
        behind, known = background()
        self._total, self._counts, self._known = size + behind, counts, known
        self._cache: dict[str, float] = {}

    def __getitem__(self, concept: str) -> float:
        if (weight := self._cache.get(concept)) is None:
            seen = self._counts.get(concept, 0) + self._known.get(concept, 0)
            rarity = log((self._total + 1) / (seen + 0.5)) / log(RAREST)
            weight = self._cache[concept] = _weighed(concept, rarity)
        return weight


class LetterWeights:
    """Weights of letters, learnt in the same way; a single character tells less than a pair."""

    def __init__(self, size: int, counts: Counter[str]) -> None:
        behind, known = background("letters")
        self._total, self._counts, self._known = size + behind, counts, known
        self._cache: dict[str, float] = {}

    def __getitem__(self, letter: str) -> float:
        if (weight := self._cache.get(letter)) is None:
            seen = self._counts.get(letter, 0) + self._known.get(letter, 0)
            rarity = log((self._total + 1) / (seen + 0.5)) / log(RAREST_LETTER)
            held = min(MOST_LETTER, max(LEAST_LETTER, rarity))
            weight = self._cache[letter] = held * (SINGLE if len(letter) == 1 else 1.0)
        return weight


def _weighed(concept: str, rarity: float) -> float:
    if concept[0] == "~":
        return PAIR_WEIGHT * min(1.0, max(LEAST[OBJECT], rarity))
    kind = lexicon().kinds[concept]
    return WEIGHTS[kind] * min(1.0, max(LEAST[kind], rarity))
