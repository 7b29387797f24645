"""Which entries of a large register are worth a close look (候选): those that speak of the same rare things."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from heapq import nlargest

from banyan.planning.similarity.reading import Entry
from banyan.planning.similarity.weights import Weights
from banyan.planning.similarity.words import lexicon

LOOKED_AT, MOST_VOTES = 100, 400_000


class Candidates:
    """An inverted index from concepts to the entries that speak of them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        postings: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        sizes = array("H")
        spelled: Counter[str] = Counter()
        for number, one in enumerate(entries):
            said = features(one)
            for concept in said:
                postings[concept].append(number)
            sizes.append(min(len(said), 0xFFFF))
            spelled.update(one.letters.keys())
        self._postings, self._sizes, self.letters = dict(postings), sizes, spelled

    def __len__(self) -> int:
        return len(self._sizes)

    def counts(self) -> Counter[str]:
        """In how many entries each concept occurs."""
        return Counter({concept: len(numbers) for concept, numbers in self._postings.items()})

    def near(self, entry: Entry, weights: Weights) -> list[int]:
        """The entries that share most with this one, rare concepts first."""
        asked = self._asked(entry, weights)
        votes: defaultdict[int, float] = defaultdict(float)
        left = MOST_VOTES
        for concept in sorted(asked, key=lambda one: (-asked[one], one)):
            numbers = self._postings.get(concept, ())
            if len(numbers) > left:
                continue
            left -= len(numbers)
            vote = asked[concept]
            for number in numbers:
                votes[number] += vote
        size = self._sizes
        return nlargest(
            LOOKED_AT, votes, key=lambda number: (votes[number] / (4 + size[number]) ** 0.5, -number)
        )

    def _asked(self, entry: Entry, weights: Weights) -> dict[str, float]:
        """What to look for and how much it counts: the entry's own concepts, and those near to them."""
        asked: dict[str, float] = {}
        for concept in features(entry):
            asked[concept] = max(asked.get(concept, 0.0), weights[concept] ** 2)
            for other, factor in lexicon().near.get(concept, {}).items():
                asked[other] = max(asked.get(other, 0.0), (factor * weights[other]) ** 2)
        return asked


def features(entry: Entry) -> set[str]:
    """Everything an entry speaks of."""
    said = set(entry.things)
    for one in entry.functions:
        said.update(one.actions)
    return said
