"""Fits the weights of the matcher's confidence to the labelled sets, and writes them to lexicon/confidence.csv.

Each set is asked with the whole lexicon and with halves of it, since a form of a new sector uses words that the lexicon
lacks. Which pairs are looked at does not depend on the weights in use, so that the same sets and lexicon give the same
weights. The constant is set last, so that ``ALARMS`` of the fields without a counterpart get an answer.
"""

import csv
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from math import exp
from unittest.mock import patch

from banyan.catalogue.matcher import CatalogueItem, Matcher, words
from banyan.catalogue.matcher import context as contexts
from banyan.catalogue.matcher import matcher as matching
from banyan.catalogue.matcher.confidence import SAME_MEANING, agreed, log_odds, signs
from banyan.catalogue.matcher.measure import (
    Labelled,
    fresh_fields,
    fresh_items,
    labelled_fields,
    labelled_items,
)

ALARMS, FORGOTTEN, NEAREST, OF_ONE_NAME, PASSES, STEPS, RIDGE = 0.06, 0.5, 4, 2, 3, 8, 1.0
FRESH = (1, 2, 4, 5)
PACKAGE = "banyan.catalogue.matcher"
NOTHING_MISSING = 0.0
ALWAYS_KNOWN = frozenset({"heads", "identity", "persons", "marks", "acts"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A field with an item: the item's name, what the pair shows, and whether it is right."""

    name: str
    shows: tuple[float, ...]
    right: bool


def main() -> None:
    """Ask, fit, write."""
    fields = [asked for seed in (0, 1, 2) for asked in ask(seed)]
    weights: list[float] = []
    for _ in range(PASSES):
        weights = fit([pair for pairs in fields for pair in nearest(pairs, weights)])
    alone = sorted(
        (best(pairs, weights) for pairs in fields if not any(p.right for p in pairs)), reverse=True
    )
    half = len(weights) // 2
    for constant in (0, half):
        weights[constant] += log_odds(SAME_MEANING) - alone[int(ALARMS * len(alone))]
    with (words.FOLDER / "confidence.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["sign", "agreed", "doubtful"])
        table.writerows(
            (sign, f"{one:.3f}", f"{other:.3f}")
            for sign, one, other in zip(SIGNS, weights[:half], weights[half:], strict=True)
        )


def ask(seed: int) -> Iterator[list[Pair]]:
    """All pairs compared for each field; a seed forgets half of the special words of the lexicon."""
    forget()
    with patch.object(words, "names", lambda: remembered(seed)):
        words.lexicon()
    for items, labelled in sets():
        matcher = Matcher.build(items)
        with patch.object(matching, "SAME_MEANING", NOTHING_MISSING):
            asked = [compared(matcher, field) for field in labelled]
        yield from (pairs for pairs in asked if pairs)
    forget()


def forget() -> None:
    """Clear whatever the matcher remembers, so that nothing read with one lexicon is used with another."""
    for name, module in [*sys.modules.items()]:
        if name.startswith(PACKAGE):
            for value in [*vars(module).values()]:
                if isinstance(value, _lru_cache_wrapper):
                    value.cache_clear()


NAMES = list(words.names())
COMMON = {
    name.lower()
    for stem in ALWAYS_KNOWN
    for row in words.rows(words.FOLDER / f"{stem}.csv")
    for name in row["names"].split()
}


def remembered(seed: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names of the lexicon; with a seed, common words and half of the others."""
    draw = random.Random(seed)
    return (
        (name, means)
        for name, means in NAMES
        if not seed or name in COMMON or len(name) == 1 or draw.random() > FORGOTTEN
    )


def sets() -> Iterator[tuple[list[CatalogueItem], list[Labelled]]]:
    """The sets that may be learnt from."""
    yield labelled_items(), [field for field in labelled_fields() if field.split == "dev"]
    yield from ((fresh_items(number), fresh_fields(number)) for number in FRESH)


def compared(matcher: Matcher, labelled: Labelled) -> list[Pair]:
    """The pairs that the matcher compared for a field."""
    field = labelled.field
    form, matter = contexts.context(field.form), contexts.context(field.form + field.field)
    pairs = []
    for found in matcher.compared(field):
        item = matcher.item(found)
        if not found.agreement.vetoed:
            seen = signs(found.agreement, form, matter, contexts.context(item.resource))
            shows, none = [seen.get(sign, 0.0) for sign in SIGNS], [0.0] * len(SIGNS)
            both = (*shows, *none) if agreed(found.agreement) else (*none, *shows)
            pairs.append(Pair(item.item, both, item.ref in labelled.right))
    return pairs


SIGNS = [row["sign"] for row in words.rows(words.FOLDER / "confidence.csv")]


def nearest(pairs: list[Pair], weights: list[float]) -> list[Pair]:
    """The few that compete for the first place; at first by their agreement."""
    ranked = sorted(
        pairs,
        key=lambda pair: -odds(pair, weights) if weights else -pair.shows[1] - pair.shows[len(SIGNS) + 1],
    )
    count: Counter[str] = Counter()
    chosen = []
    for pair in ranked:
        count[pair.name] += 1
        if count[pair.name] <= OF_ONE_NAME:
            chosen.append(pair)
    return chosen[:NEAREST]


def best(pairs: list[Pair], weights: list[float]) -> float:
    """The log odds of the first answer."""
    return max(odds(pair, weights) for pair in pairs)


def odds(pair: Pair, weights: list[float]) -> float:
    """The log odds that a pair means the same."""
    return sum(weight * value for weight, value in zip(weights, pair.shows, strict=True))


def fit(pairs: list[Pair]) -> list[float]:
    """Logistic regression by Newton's steps, with a small ridge."""
    size = len(pairs[0].shows)
    weights = [0.0] * size
    for _ in range(STEPS):
        slope = [-RIDGE * weight for weight in weights]
        bend = [[RIDGE * (row == column) for column in range(size)] for row in range(size)]
        for pair in pairs:
            likely = 1 / (1 + exp(-max(-30.0, min(30.0, odds(pair, weights)))))
            weight = likely * (1 - likely)
            for row, value in enumerate(pair.shows):
                slope[row] += (pair.right - likely) * value
                for column, other in enumerate(pair.shows):
                    bend[row][column] += weight * value * other
        weights = [old + step for old, step in zip(weights, solved(bend, slope), strict=True)]
    return weights


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a positive definite system, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for place, pivot in enumerate(rows):
        scale = pivot[place]
        pivot[:] = [value / scale for value in pivot]
        for number, row in enumerate(rows):
            if number != place:
                factor = row[place]
                row[:] = [value - factor * by for value, by in zip(row, pivot, strict=True)]
    return [row[-1] for row in rows]


if __name__ == "__main__":
    main()
