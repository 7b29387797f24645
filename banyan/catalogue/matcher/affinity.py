"""Which resources a form's fields point to together (表与资源的亲缘)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import sqrt

from banyan.catalogue.matcher.shelf import FEW, Shelf

SURE, ENOUGH, NEAREST = 0.8, 2.5, 4
Promises = Sequence[tuple[float, int]]


class Affinity:
    """Weighs each resource by how many of a form's fields have a name in it that may mean the same.

    A field whose names stand in many resources (姓名) says little; a field never speaks for itself.
    """

    def __init__(self, shelf: Shelf, promises: Iterable[Promises]) -> None:
        self._votes: list[dict[int, float]] = [_votes(shelf, each) for each in promises]
        self._total: defaultdict[int, float] = defaultdict(float)
        for votes in self._votes:
            for place, vote in votes.items():
                self._total[place] += vote

    def of(self, field: int, place: int) -> float:
        """How far the form's other fields point to a resource, 0 to 1."""
        return min(1.0, (self._total.get(place, 0.0) - self._votes[field].get(place, 0.0)) / ENOUGH)

    def nearest(self) -> list[int]:
        """The resources that most fields point to, nearest first."""
        ranked = sorted(self._total, key=lambda place: (-self._total[place], place))
        return [place for place in ranked[:NEAREST] if self._total[place] >= 1.0]


def _votes(shelf: Shelf, promises: Promises) -> dict[int, float]:
    places: dict[int, float] = {}
    for score, number in promises:
        if score >= SURE:
            for place in shelf.places(number, FEW):
                places[place] = max(places.get(place, 0.0), score)
    return {place: score / sqrt(len(places)) for place, score in places.items()}
