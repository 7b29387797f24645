"""How far two pieces of software do the same (功能对应): function by function, on the business they are about."""

from dataclasses import dataclass
from math import sqrt

from rapidfuzz.distance import Indel

from banyan.planning.similarity.reading import Entry, Phrase
from banyan.planning.similarity.weights import Weights
from banyan.planning.similarity.words import lexicon

GENERIC_SHARE = 0.03
FLOOR = 0.35
OTHER_ACTION = 0.65
WIDEN = 1.6
MOST_SHARE, LESS_SHARE = 0.6, 0.25
LETTERS = 0.95
PART, GATE = 0.5, 0.7
Bag = dict[str, float]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two pieces of software with its weights: bags of its functions, their importance, its whole business."""

    entry: Entry
    bags: tuple[Bag, ...]
    importance: tuple[float, ...]
    business: Bag
    length: float


@dataclass(frozen=True, slots=True)
class Pair:
    """The best counterpart of a function: the numbers of both and how far they do the same."""

    ours: int
    theirs: int
    score: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two pieces of software agree: ``score``, the shared ``business``, the pairs of functions."""

    score: float
    business: float
    covered: tuple[float, float]
    pairs: tuple[Pair, ...]


def side(entry: Entry, weights: Weights) -> Side:
    """The entry with the weight of everything it says."""
    bags = tuple(_bag(one, weights) for one in entry.functions)
    business = {concept: weights[concept] * count for concept, count in entry.things.items()}
    return Side(
        entry,
        bags,
        tuple(_importance(one, bag) for one, bag in zip(entry.functions, bags, strict=True)),
        business,
        sqrt(sum(weight * weight for weight in business.values())),
    )


def _bag(one: Phrase, weights: Weights) -> Bag:
    said = (*one.things, *one.carriers, *one.actions, *one.generic)
    return {concept: weights[concept] for concept in said}


def _importance(one: Phrase, bag: Bag) -> float:
    if not one.says_something:
        return GENERIC_SHARE
    return 0.4 + 0.6 * min(1.0, sum(bag[thing] for thing in one.things))


def agree(ours: Side, theirs: Side) -> Agreement:
    """Compare two pieces of software."""
    shared = business(ours, theirs)
    context = min(1.0, shared * WIDEN)
    table = [
        [_function(ours, i, theirs, j, context) for j in range(len(theirs.bags))]
        for i in range(len(ours.bags))
    ]
    there = _covered(ours.importance, [max(row, default=0.0) for row in table])
    back = _covered(theirs.importance, [max(column) for column in zip(*table, strict=True)])
    functions = PART * max(there, back) + (1 - PART) * min(there, back)
    best = [
        Pair(i, max(range(len(row)), key=row.__getitem__), max(row)) for i, row in enumerate(table) if row
    ]
    return Agreement(functions * (1 - GATE + GATE * context), shared, (there, back), tuple(best))


def business(ours: Side, theirs: Side) -> float:
    """The cosine of what both are about; near concepts count by their factor."""
    if not ours.length or not theirs.length:
        return 0.0
    near = lexicon().near
    dot = 0.0
    for concept, weight in ours.business.items():
        if (other := theirs.business.get(concept)) is not None:
            dot += weight * other
        elif kin := near.get(concept):
            dot += weight * max(
                (theirs.business.get(one, 0.0) * factor for one, factor in kin.items()), default=0.0
            )
    return min(1.0, dot / (ours.length * theirs.length))


def _function(ours: Side, i: int, theirs: Side, j: int, context: float) -> float:
    """How far two functions do the same; a function that names no thing of its own is about the whole business."""
    one, other = ours.entry.functions[i], theirs.entry.functions[j]
    said = 0.5 * (_things(one, ours.bags[i]) + _things(other, theirs.bags[j]))
    local = _overlap(ours.bags[i], theirs.bags[j])
    if one.actions and other.actions and not _kindred(one.actions, other.actions):
        local *= OTHER_ACTION
    letters = LETTERS * Indel.normalized_similarity(one.text, other.text)
    share = MOST_SHARE - LESS_SHARE * min(1.0, said)
    return (1 - share) * max(local, letters) + share * context


def _kindred(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    near = lexicon().near
    return any(action in other or any(kin in other for kin in near.get(action, ())) for action in one)


def _things(one: Phrase, bag: Bag) -> float:
    return sum(bag[thing] for thing in one.things)


def _overlap(one: Bag, other: Bag) -> float:
    total = sum(one.values()) + sum(other.values())
    return (_found(one, other) + _found(other, one)) / total if total else 0.0


def _found(one: Bag, other: Bag) -> float:
    near = lexicon().near
    found = 0.0
    for concept, weight in one.items():
        if concept in other:
            found += weight
        elif kin := near.get(concept):
            found += weight * max((kin.get(theirs, 0.0) for theirs in other), default=0.0)
    return found


def _covered(importance: tuple[float, ...], best: list[float]) -> float:
    """The share of one side's functions, by importance, that have a counterpart."""
    total = sum(importance)
    return sum(
        weight * max(0.0, (score - FLOOR) / (1 - FLOOR))
        for weight, score in zip(importance, best, strict=True)
    ) / max(total, 0.5)
