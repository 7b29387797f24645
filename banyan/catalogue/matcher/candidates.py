"""Which names may mean the same as a field: found by meaning key, concept and bigram, without comparing all names."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import combinations
from math import log

from banyan.catalogue.matcher.reading import NAME, UNSAID, Reading
from banyan.catalogue.matcher.understanding import read
from banyan.catalogue.matcher.votes import most_voted
from banyan.catalogue.matcher.words import lexicon

READINGS, PER_KEY, VOTES, BY_VOTE = 4, 120, 12_000, 80
WEAK = 0.5


class NameIndex:
    """Unique names by their features (名称索引); a feature is a meaning key, a concept with its head, or a bigram."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names: list[str] = []
        self._postings: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for number, name in enumerate(names):
            self.names.append(name)
            for feature in {feature for reading in read(name)[:READINGS] for feature in _features(reading)}:
                self._postings[feature].append(number)

    def near(self, field: str) -> list[int]:
        """Numbers of the names worth comparing with a field name, in a fixed order."""
        found: dict[int, None] = {}
        votes: defaultdict[int, float] = defaultdict(float)
        for reading in read(field)[:READINGS]:
            for key in _wider_keys(reading):
                found.update(dict.fromkeys(self._postings.get(key, ())[:PER_KEY]))
            self._vote(reading, votes)
        found.update(dict.fromkeys(most_voted(votes, BY_VOTE)))
        return list(found)

    def _vote(self, reading: Reading, votes: defaultdict[int, float]) -> None:
        """Rare features first, until the budget of postings is spent."""
        size = len(self.names) + 1
        known = [self._postings[feature] for feature in _asked(reading) if feature in self._postings]
        budget = VOTES
        for posting in sorted(known, key=len):
            weight = log(size / len(posting)) + 0.1
            for number in posting[:budget]:
                votes[number] += weight
            budget -= len(posting)
            if budget <= 0:
                return


def strong(reading: Reading) -> list[str]:
    """The concepts that decide the meaning, in a fixed order."""
    weights = lexicon().weights
    concepts = reading.owners | reading.marks
    return sorted(c for c in concepts if weights.get(c, 1.0) > WEAK and c != "@机关")


def _features(reading: Reading) -> Iterator[str]:
    concepts = strong(reading)
    yield _key(concepts, reading.head, reading.rest)
    if not reading.head.startswith("#") or concepts or reading.rest:
        yield from (f"c:{concept}" for concept in concepts)
    yield from (f"p:{concept}{reading.head}" for concept in concepts)
    yield from (f"b:{pair}" for pair in _bigrams(reading.text))


def _asked(reading: Reading) -> Iterator[str]:
    neighbours = lexicon().neighbours
    yield from _features(reading)
    for concept in strong(reading):
        yield from (f"p:{other}{reading.head}" for other in neighbours.get(concept, ()))
        yield from (f"p:{concept}{head}" for head in neighbours.get(reading.head, ()))


def _wider_keys(reading: Reading) -> Iterator[str]:
    """Keys of what may mean the same: the same concepts, some left to the context, a near head or a near concept."""
    neighbours, concepts = lexicon().neighbours, strong(reading)
    heads = [reading.head, *neighbours.get(reading.head, ())]
    heads += [UNSAID] if reading.head == NAME else [NAME] if reading.head == UNSAID else []
    for head in heads:
        yield _key(concepts, head, reading.rest)
    for place, concept in enumerate(concepts):
        for other in neighbours.get(concept, ()):
            yield _key(sorted([*concepts[:place], other, *concepts[place + 1 :]]), reading.head, reading.rest)
    for size in range(max(0, len(concepts) - 2), len(concepts)):
        for kept in combinations(concepts, size):
            yield _key(kept, reading.head, reading.rest)
    for head in (*heads, *_broader(reading.head)):
        yield _key((), head, ())


@cache
def _broader(head: str) -> tuple[str, ...]:
    """公积金账号 is an 账号: the kinds of value whose names end a longer one."""
    known = _kinds()
    return tuple(kind for place in range(2, len(head) - 1) if (kind := f"#{head[place:]}") in known)


@cache
def _kinds() -> frozenset[str]:
    return frozenset(concept for means in lexicon().ending.values() for concept in means)


def _key(concepts: Iterable[str], head: str, rest: Iterable[str]) -> str:
    return f"k:{'+'.join(concepts)}{head}~{'+'.join(rest)}"


def _bigrams(text: str) -> Iterator[str]:
    padded = text if len(text) > 1 else f"^{text}"
    return (padded[place : place + 2] for place in range(len(padded) - 1))
