"""How far two pieces of software do the same (功能对应): function by function, on the business they are about.

Three signals are weighed together: what both are about (``business``, concepts of the lexicon), how they are written
(``letters``), and how many functions of the longer list find a counterpart of their own (``breadth``).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, sqrt

from banyan.planning.similarity.letters import Vector, letters, nearness, unit
from banyan.planning.similarity.reading import Entry, Phrase
from banyan.planning.similarity.weights import LetterWeights, Weights
from banyan.planning.similarity.words import lexicon

BUSINESS, LETTERS, BREADTH, START = 5.6, 7.7, 9.4, -10.2
OTHER_ACTION = 0.65
WIDEN = 1.6
MOST_SHARE, LESS_SHARE = 0.6, 0.25
Bag = dict[str, float]
Table = list[list[float]]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two pieces of software with its weights: bags and letters of its functions, and of the whole."""

    entry: Entry
    bags: tuple[Bag, ...]
    spelled: tuple[Vector, ...]
    telling: tuple[int, ...]
    business: Bag
    length: float
    letters: Vector


@dataclass(frozen=True, slots=True)
class Pair:
    """A function and its counterpart: the numbers of both and how far they do the same."""

    ours: int
    theirs: int
    score: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two pieces of software agree: ``score``, the three signals, the pairs of functions."""

    score: float
    business: float
    letters: float
    breadth: float
    pairs: tuple[Pair, ...]


def side(entry: Entry, weights: Weights, spelling: LetterWeights) -> Side:
    """The entry with the weight of everything it says."""
    business = {concept: weights[concept] * count for concept, count in entry.things.items()}
    return Side(
        entry,
        tuple(_bag(one, weights) for one in entry.functions),
        tuple(unit(_weighed(_counted(letters(one.said)), spelling)) for one in entry.functions),
        tuple(number for number, one in enumerate(entry.functions) if one.says_something),
        business,
        sqrt(sum(weight * weight for weight in business.values())),
        unit(_weighed(entry.letters, spelling)),
    )


def _bag(one: Phrase, weights: Weights) -> Bag:
    said = (*one.things, *one.carriers, *one.actions, *one.generic)
    return {concept: weights[concept] for concept in said}


def _counted(found: Sequence[str]) -> dict[str, float]:
    counts: dict[str, float] = {}
    for letter in found:
        counts[letter] = counts.get(letter, 0.0) + 1
    return {letter: sqrt(count) for letter, count in counts.items()}


def _weighed(counts: dict[str, float], spelling: LetterWeights) -> Vector:
    return {letter: spelling[letter] * count for letter, count in counts.items()}


def agree(ours: Side, theirs: Side, doubt: float = 0.0) -> Agreement:
    """Compare two pieces of software; ``doubt`` is what a large register adds, where much is alike by chance."""
    shared, spelled = business(ours, theirs), nearness(ours.letters, theirs.letters)
    table = [[_function(ours, i, theirs, j) for j in theirs.telling] for i in ours.telling]
    partners = aligned(
        table, [_said(ours, i) for i in ours.telling], [_said(theirs, j) for j in theirs.telling]
    )
    breadth = sum(sqrt(table[i][j]) for i, j in partners) / max(len(ours.telling), len(theirs.telling), 1)
    logit = START - doubt + BUSINESS * sqrt(shared) + LETTERS * sqrt(spelled) + BREADTH * breadth
    context = min(1.0, shared * WIDEN)
    pairs = tuple(
        _shown(ours, theirs, Pair(ours.telling[i], theirs.telling[j], table[i][j]), context)
        for i, j in partners
    )
    return Agreement(1 / (1 + exp(-logit)), shared, spelled, breadth, pairs)


def _said(one: Side, number: int) -> str:
    return one.entry.functions[number].said


def aligned(table: Table, ours_said: Sequence[str], theirs_said: Sequence[str]) -> list[tuple[int, int]]:
    """Every function with a counterpart of its own, the best pairs first (一一对应); equal ones by what they say."""
    cells = [
        (-score, ours_said[i], theirs_said[j], i, j)
        for i, row in enumerate(table)
        for j, score in enumerate(row)
        if score > 0
    ]
    ours: set[int] = set()
    theirs: set[int] = set()
    found = []
    for _, _, _, i, j in sorted(cells):
        if i not in ours and j not in theirs:
            ours.add(i)
            theirs.add(j)
            found.append((i, j))
    return found


def about(ours: Side, theirs: Side) -> float:
    """A first rough comparison: what both are about and how they are written."""
    return BUSINESS * sqrt(business(ours, theirs)) + LETTERS * sqrt(nearness(ours.letters, theirs.letters))


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


def _function(ours: Side, i: int, theirs: Side, j: int) -> float:
    """How far two functions do the same, by what they mean or by how they are written."""
    one, other = ours.entry.functions[i], theirs.entry.functions[j]
    meant = _overlap(ours.bags[i], theirs.bags[j])
    if one.actions and other.actions and not _kindred(one.actions, other.actions):
        meant *= OTHER_ACTION
    return max(meant, nearness(ours.spelled[i], theirs.spelled[j]))


def _shown(ours: Side, theirs: Side, pair: Pair, context: float) -> Pair:
    """The pair as people see it; a function that names no thing of its own is about the whole business."""
    said = 0.5 * (_things(ours, pair.ours) + _things(theirs, pair.theirs))
    share = MOST_SHARE - LESS_SHARE * min(1.0, said)
    return replace(pair, score=(1 - share) * pair.score + share * context)


def _kindred(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    near = lexicon().near
    return any(action in other or any(kin in other for kin in near.get(action, ())) for action in one)


def _things(one: Side, number: int) -> float:
    return sum(one.bags[number][thing] for thing in one.entry.functions[number].things)


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
