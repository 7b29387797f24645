"""How far two pieces of software do the same (功能类似), on the business they are about and function by function.

Five signals are weighed together: what both are about (``business``, concepts of the lexicon), how they are written
(``letters``), how many functions of the longer list find a counterpart of their own (``breadth``), how many do so by
what they say beyond the object of both (``beyond``), and whether both names say the same is done to the same object.
"""

from dataclasses import dataclass, replace
from math import exp, sqrt

from banyan.planning.similarity.functions import added, aligned, breadth, tables, titles
from banyan.planning.similarity.letters import nearness
from banyan.planning.similarity.sides import Side, business

BUSINESS, LETTERS, BREADTH, BEYOND, TITLES, START = 5.0, 6.5, 8.0, 5.0, 2.5, -10.8
WIDEN = 1.6
MOST_SHARE, LESS_SHARE = 0.6, 0.25


@dataclass(frozen=True, slots=True)
class Pair:
    """A function and its counterpart: the numbers of both and how far they do the same."""

    ours: int
    theirs: int
    score: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two pieces of software agree: ``score``, four of its signals, the pairs of functions."""

    score: float
    business: float
    letters: float
    breadth: float
    beyond: float
    pairs: tuple[Pair, ...]


def agree(ours: Side, theirs: Side, doubt: float = 0.0) -> Agreement:
    """Compare two pieces of software; ``doubt`` is what a large register adds, where much is alike by chance."""
    shared, spelled = business(ours, theirs), nearness(ours.letters, theirs.letters)
    whole, rest = tables(ours, theirs)
    said, longer = (ours.said, theirs.said), max(len(ours.telling), len(theirs.telling))
    partners = aligned(added(whole, rest), *said)
    broad = breadth(whole, partners, longer)
    beyond = breadth(rest, aligned(rest, *said), longer)
    signals = (
        BUSINESS * sqrt(shared)
        + LETTERS * sqrt(spelled)
        + BREADTH * broad
        + BEYOND * beyond
        + TITLES * titles(ours, theirs)
    )
    context = min(1.0, shared * WIDEN)
    pairs = tuple(
        _shown(ours, theirs, Pair(ours.telling[i], theirs.telling[j], whole[i][j]), context)
        for i, j in partners
    )
    return Agreement(1 / (1 + exp(doubt - START - signals)), shared, spelled, broad, beyond, pairs)


def about(ours: Side, theirs: Side) -> float:
    """A first rough comparison: what both are about and how they are written."""
    return BUSINESS * sqrt(business(ours, theirs)) + LETTERS * sqrt(nearness(ours.letters, theirs.letters))


def _shown(ours: Side, theirs: Side, pair: Pair, context: float) -> Pair:
    """The pair as people see it; a function that names no thing of its own is about the whole business."""
    said = 0.5 * (_things(ours, pair.ours) + _things(theirs, pair.theirs))
    share = MOST_SHARE - LESS_SHARE * min(1.0, said)
    return replace(pair, score=(1 - share) * pair.score + share * context)


def _things(one: Side, number: int) -> float:
    return sum(one.bags[number][thing] for thing in one.entry.functions[number].things)
