"""How much a concept tells (权重): rare ones much, those of every second system little."""

import csv
from collections import Counter
from functools import cache
from math import log
from pathlib import Path

from banyan.planning.similarity.words import ACTION, CARRIER, GENERIC, OBJECT, lexicon

BACKGROUND = Path(__file__).parent / "lexicon" / "background.csv"
WEIGHTS = {OBJECT: 1.0, CARRIER: 0.4, ACTION: 0.65, GENERIC: 0.1}
PAIR_WEIGHT = 0.7
RAREST = 600
LEAST = {OBJECT: 0.2, CARRIER: 0.2, ACTION: 0.6, GENERIC: 0.2}


@cache
def background() -> tuple[int, dict[str, int]]:
    """How many pieces of software the committed background counts, and in how many each concept occurs."""
    with BACKGROUND.open(encoding="utf-8", newline="") as file:
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


def _weighed(concept: str, rarity: float) -> float:
    if concept[0] == "~":
        return PAIR_WEIGHT * min(1.0, max(LEAST[OBJECT], rarity))
    kind = lexicon().kinds[concept]
    return WEIGHTS[kind] * min(1.0, max(LEAST[kind], rarity))
