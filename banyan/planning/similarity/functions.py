"""Functions of two sides against each other (功能对应): how far each two do the same, and which answers which.

Two systems about one object (同一对象) often do different things to it: a register of vessels and a contest of their
crews both speak of vessels in every function. So functions are compared twice, with all that they say and with what
they say beyond the object that both systems are named after.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from math import sqrt

from banyan.planning.similarity.letters import nearness
from banyan.planning.similarity.reading import Phrase
from banyan.planning.similarity.sides import Bag, Side
from banyan.planning.similarity.words import lexicon

OTHER_ACTION = 0.65
SAME_OBJECT = 0.5
Table = list[list[float]]


def tables(ours: Side, theirs: Side) -> tuple[Table, Table]:
    """How far every two functions do the same: by all that they say, and beyond the object of both."""
    shared = object_of_both(ours, theirs)
    ours_beyond = {i: _beyond(ours.bags[i], shared) for i in ours.telling}
    theirs_beyond = {j: _beyond(theirs.bags[j], shared) for j in theirs.telling}
    whole: Table = []
    beyond: Table = []
    for i in ours.telling:
        whole.append([])
        beyond.append([])
        for j in theirs.telling:
            written = nearness(ours.spelled[i], theirs.spelled[j])
            factor = _action_factor(ours.entry.functions[i], theirs.entry.functions[j])
            whole[-1].append(max(written, factor * _overlap(ours.bags[i], theirs.bags[j])))
            beyond[-1].append(max(written, factor * _overlap(ours_beyond[i], theirs_beyond[j])))
    return whole, beyond


def object_of_both(ours: Side, theirs: Side) -> frozenset[str]:
    """What the name or purpose of either is about and both speak of, with what is much like it."""
    near = lexicon().near
    named = {*ours.entry.named, *theirs.entry.named}
    shared = {concept for concept in named if ours.speaks_of(concept) and theirs.speaks_of(concept)}
    kin = {
        one for concept in shared for one, factor in near.get(concept, {}).items() if factor >= SAME_OBJECT
    }
    return frozenset(shared | kin)


def titles(ours: Side, theirs: Side) -> float:
    """How far both names say that the same is done to the same object; nothing where one is silent on either."""
    one, other = ours.entry.title, theirs.entry.title
    if not (one.things and other.things and one.actions and other.actions):
        return 0.0
    return _overlap(ours.title, theirs.title) if _kindred(one.actions, other.actions) else 0.0


def added(whole: Table, beyond: Table) -> Table:
    """Both likenesses together; that beyond the object of both tells more about which function answers which."""
    return [
        [one + 2 * other for one, other in zip(*rows, strict=True)]
        for rows in zip(whole, beyond, strict=True)
    ]


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


def breadth(table: Table, partners: Sequence[tuple[int, int]], longer: int) -> float:
    """How much of the longer list has a counterpart; a pair counts by the root of its likeness."""
    return sum(sqrt(table[i][j]) for i, j in partners) / max(longer, 1)


def _beyond(bag: Bag, shared: AbstractSet[str]) -> Bag:
    return {concept: weight for concept, weight in bag.items() if concept not in shared}


def _action_factor(one: Phrase, other: Phrase) -> float:
    """Two functions that do something else to the same thing are less alike."""
    return OTHER_ACTION if one.actions and other.actions and not _kindred(one.actions, other.actions) else 1.0


def _kindred(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    near = lexicon().near
    return any(action in other or any(kin in other for kin in near.get(action, ())) for action in one)


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
