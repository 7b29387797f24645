"""Makes the weights of the matcher from the labelled sets: tools/matcher_confidence.py [--alone] [--leave-out].

`lexicon/together.csv` weighs a field and an item in the light of the form's other fields. It is learnt with the weights
of `lexicon/confidence.csv` in use, which weigh the two by themselves and are learnt anew only with ``--alone``. Each
set is asked with the whole lexicon and with halves of it, since a form of a new sector uses words that it lacks,
and with whole forms and with parts of them. Nothing else depends on the weights in use, so the same sets and lexicon
give the same weights. The constants are set last, so that ``ALARMS`` of the fields without a counterpart get an answer.
With ``--leave-out`` each set is answered by weights made without it, and the figures are printed.
"""

import argparse
import csv
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from unittest.mock import patch

from logistic import Example, fit, odds

from banyan.catalogue.matcher import CatalogueItem, FormField, Matcher, words
from banyan.catalogue.matcher import context as contexts
from banyan.catalogue.matcher import matcher as matching
from banyan.catalogue.matcher.confidence import SAME_MEANING, agreed, log_odds, signs
from banyan.catalogue.matcher.matcher import Found
from banyan.catalogue.matcher.measure import (
    Labelled,
    answered,
    fresh_fields,
    fresh_items,
    labelled_fields,
    labelled_items,
    tally,
)
from banyan.catalogue.matcher.together import Together

ALARMS, SEEDS, FORGOTTEN = 0.055, (0, 1, 2), 0.5
NEAREST, OF_ONE_NAME, PASSES, PARTS, LOOKED_AT = 4, 2, 3, (1, 4), 8
FRESH = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
PACKAGE = "banyan.catalogue.matcher"
NOTHING_MISSING = 0.0
ALWAYS_KNOWN = frozenset({"heads", "identity", "persons", "marks", "acts"})
Set = tuple[list[CatalogueItem], list[Labelled]]


@dataclass(frozen=True, slots=True)
class Pair:
    """A field with an item: the item's name, what the pair shows, and whether it is right."""

    name: str
    example: Example


def main() -> None:
    """Learn from all sets; before that, where asked to, from all but one and answer that one."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--alone", action="store_true", help="learn the weights of a pair by itself anew, too"
    )
    options.add_argument(
        "--leave-out", action="store_true", help="answer each set by weights made without it"
    )
    given, sets = options.parse_args(), learnt_from()
    for left in sets if given.leave_out else ():
        learn([those for name, those in sets.items() if name != left], alone=given.alone)
        show(left, *sets[left])
    learn([*sets.values()], alone=given.alone)


def learnt_from() -> dict[str, Set]:
    """The sets that may be learnt from, by name."""
    dev = [field for field in labelled_fields() if field.split == "dev"]
    return {
        "dev": (labelled_items(), dev),
        **{f"fresh {number}": (fresh_items(number), fresh_fields(number)) for number in FRESH},
    }


def learn(sets: Sequence[Set], *, alone: bool) -> None:
    """The weights of forms taken together and, where asked to, first those of a pair by itself."""
    if alone:
        learn_alone(sets)
    weights = weights_together([found for seed in SEEDS for found in ask_forms(sets, seed)])
    rows = zip(TOGETHER, weights, strict=True)
    write("together", [("sign", "weight"), *((sign, f"{weight:.3f}") for sign, weight in rows)])


def learn_alone(sets: Sequence[Set]) -> None:
    """The weights of a pair by itself."""
    weights = weights_alone([pairs for seed in SEEDS for pairs in ask(sets, seed)])
    half = len(ALONE)
    rows = zip(ALONE, weights[:half], weights[half:], strict=True)
    write("confidence", [("sign", "agreed", "doubtful"), *((s, f"{a:.3f}", f"{b:.3f}") for s, a, b in rows)])


def write(table: str, rows: Sequence[Sequence[str]]) -> None:
    """Write a table of the lexicon and forget the one before."""
    with (words.FOLDER / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    forget()


def show(name: str, items: list[CatalogueItem], fields: list[Labelled]) -> None:
    """Print the figures of a set."""
    row = tally(answered(Matcher.build(items), fields), SAME_MEANING)
    print(f"{name:10}{row.precision:8.3f}{row.found:8.3f}{row.recall:8.3f}{row.alarms:8.3f}", flush=True)


def weights_alone(fields: list[list[Pair]]) -> list[float]:
    """The weights of a pair by itself, learnt from the pairs that compete for the first place."""
    size = 2 * len(ALONE)
    weights: list[float] = []
    for _ in range(PASSES):
        weights = fit([pair.example for pairs in fields for pair in nearest(pairs, weights)], size)
    shift = missing([[pair.example for pair in pairs] for pairs in fields], weights)
    for constant in (0, size // 2):
        weights[constant] += shift
    return weights


def weights_together(fields: list[list[Example]]) -> list[float]:
    """The weights of a pair in the light of the form's other fields."""
    weights = fit([example for examples in fields for example in examples], len(TOGETHER))
    return [weights[0] + missing(fields, weights), *weights[1:]]


def missing(fields: list[list[Example]], weights: Sequence[float]) -> float:
    """What the constant lacks, so that ``ALARMS`` of the fields without a counterpart get an answer."""
    without = [examples for examples in fields if examples and not any(one.right for one in examples)]
    alone = sorted((max(odds(one, weights) for one in examples) for examples in without), reverse=True)
    return log_odds(SAME_MEANING) - alone[int(ALARMS * len(alone))]


def ask(sets: Sequence[Set], seed: int) -> Iterator[list[Pair]]:
    """All pairs compared for each field; a seed forgets half of the special words of the lexicon."""
    with patch.object(words, "names", lambda: remembered(seed)):
        forget()
        for items, labelled in sets:
            matcher = Matcher.build(items)
            with patch.object(matching, "SAME_MEANING", NOTHING_MISSING):
                asked = [compared(matcher, field) for field in labelled]
            yield from (pairs for pairs in asked if pairs)
    forget()


def ask_forms(sets: Sequence[Set], seed: int) -> Iterator[list[Example]]:
    """The nearest items of each field with what the other fields of its form, or of a part of it, say of them."""
    with patch.object(words, "names", lambda: remembered(seed)):
        forget()
        for items, labelled in sets:
            matcher = Matcher.build(items)
            found = {one.field: matcher.nearest(one.field) for one in labelled}
            for parts in PARTS:
                for form in forms(labelled, parts):
                    yield from in_form(matcher, form, found)
    forget()


def forms(fields: Sequence[Labelled], parts: int) -> list[list[Labelled]]:
    """The fields form by form, each form dealt out into so many parts."""
    dealt: defaultdict[tuple[str, int], list[Labelled]] = defaultdict(list)
    for number, one in enumerate(fields):
        dealt[one.field.form, number % parts].append(one)
    return [*dealt.values()]


def in_form(
    matcher: Matcher, form: list[Labelled], found: dict[FormField, list[Found]]
) -> Iterator[list[Example]]:
    """One list of examples for each field of a form."""
    candidates = [[each.candidate for each in found[one.field]] for one in form]
    together = Together(candidates, [False] * len(form))
    for number, one in enumerate(form):
        nearest_items = found[one.field][:LOOKED_AT]
        shown = together.signs(number, candidates[number][:LOOKED_AT])
        yield [
            Example.of([seen[sign] for sign in TOGETHER], right=matcher.item(each).ref in one.right)
            for each, seen in zip(nearest_items, shown, strict=True)
        ]


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


def compared(matcher: Matcher, labelled: Labelled) -> list[Pair]:
    """The pairs that the matcher compared for a field."""
    field = labelled.field
    form, matter = contexts.context(field.form), contexts.context(field.form + field.field)
    pairs = []
    for found in matcher.compared(field):
        item = matcher.item(found)
        if not found.agreement.vetoed:
            seen = signs(found.agreement, form, matter, contexts.context(item.resource))
            shows, none = [seen.get(sign, 0.0) for sign in ALONE], [0.0] * len(ALONE)
            both = (*shows, *none) if agreed(found.agreement) else (*none, *shows)
            pairs.append(Pair(item.item, Example.of(both, right=item.ref in labelled.right)))
    return pairs


ALONE = [row["sign"] for row in words.rows(words.FOLDER / "confidence.csv")]
TOGETHER = [row["sign"] for row in words.rows(words.FOLDER / "together.csv")]
AGREEMENT = frozenset({ALONE.index("agreement"), ALONE.index("agreement") + len(ALONE)})


def nearest(pairs: list[Pair], weights: list[float]) -> list[Pair]:
    """The few that compete for the first place; at first by their agreement."""

    def promise(pair: Pair) -> float:
        if weights:
            return odds(pair.example, weights)
        return sum(value for place, value in pair.example.shows if place in AGREEMENT)

    count: Counter[str] = Counter()
    chosen = []
    for pair in sorted(pairs, key=promise, reverse=True):
        count[pair.name] += 1
        if count[pair.name] <= OF_ONE_NAME:
            chosen.append(pair)
    return chosen[:NEAREST]


if __name__ == "__main__":
    main()
