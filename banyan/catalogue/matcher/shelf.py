"""All catalogued items in arrays (信息项索引): a million take little memory and are found by name and resource."""

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from banyan.catalogue.matcher.context import Context, context, kinship
from banyan.catalogue.matcher.subject import of_items, of_words
from banyan.catalogue.matcher.values import CatalogueItem
from banyan.catalogue.matcher.votes import most_voted
from banyan.catalogue.matcher.words import lexicon

FEW, NEAREST, FIRST, KINDRED, POSTINGS, SMALL, READ_OF_ONE = 16, 8, 3, 120, 8_000, 20_000, 16
NO_REF = -1


class Shelf:
    """Items sorted by name, then by resource; ``names`` are unique, in order of first appearance."""

    def __init__(self, items: Iterable[CatalogueItem]) -> None:
        names: dict[str, int] = {}
        places: dict[tuple[str, str], int] = {}
        rows: list[tuple[int, int, int]] = []
        for item in items:
            name = names.setdefault(item.item, len(names))
            place = places.setdefault((item.provider, item.resource), len(places))
            rows.append((name, place, NO_REF if item.ref is None else item.ref))
        rows = list(dict.fromkeys(rows)) if len(rows) < SMALL else rows
        rows.sort(key=lambda row: row[:2])
        self.names = list(names)
        self._places = list(places)
        self._place = array("I", (row[1] for row in rows))
        self._ref = array("q", (row[2] for row in rows))
        self._start = array(
            "I", (bisect_left(rows, number, key=lambda row: row[0]) for number in range(len(names) + 1))
        )
        self._by_place = array("I", sorted(range(len(rows)), key=lambda row: (rows[row][1], row)))
        self._about: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self.kindred = lru_cache(maxsize=2_000)(self._find_kindred)
        self.subject = lru_cache(maxsize=20_000)(self._find_subject)
        for number, (_, resource) in enumerate(self._places):
            for feature in _features(context(resource)):
                self._about[feature].append(number)

    def __len__(self) -> int:
        return len(self._place)

    def item(self, name: int, row: int) -> CatalogueItem:
        """The item in a row, with its name's number."""
        provider, resource = self._places[self._place[row]]
        ref = self._ref[row]
        return CatalogueItem(provider, resource, self.names[name], None if ref == NO_REF else ref)

    def resource(self, row: int) -> str:
        """The name of the resource an item belongs to."""
        return self._places[self._place[row]][1]

    def provider(self, row: int) -> str:
        """The name of the provider an item belongs to."""
        return self._places[self._place[row]][0]

    def rows(self, name: int, kindred: Sequence[int]) -> list[int]:
        """Rows of the items of a name: all if few, else those in kindred resources and the first few."""
        begin, end = self._start[name], self._start[name + 1]
        if end - begin <= FEW:
            return list(range(begin, end))
        found: dict[int, None] = {}
        for place in kindred:
            first = bisect_left(self._place, place, begin, end)
            found.update(dict.fromkeys(range(first, bisect_right(self._place, place, first, end))))
            if len(found) >= NEAREST:
                break
        found.update(dict.fromkeys(range(begin, begin + FIRST)))
        return list(found)

    def place(self, row: int) -> int:
        """The number of the resource an item belongs to."""
        return self._place[row]

    def title(self, place: int) -> str:
        """The name of a resource."""
        return self._places[place][1]

    def contents(self, place: int, most: int) -> list[tuple[int, int]]:
        """Name and row of the first items of a resource."""
        begin = bisect_left(self._by_place, place, key=self._place.__getitem__)
        end = bisect_right(self._by_place, place, begin, key=self._place.__getitem__)
        return [
            (bisect_right(self._start, row) - 1, row)
            for row in self._by_place[begin : min(end, begin + most)]
        ]

    def _find_subject(self, place: int) -> str:
        """Whom a resource is about, by what it holds or by its name."""
        names = (self.names[name] for name, _ in self.contents(place, READ_OF_ONE))
        return of_items(names) or of_words(context(self.title(place)))

    def _find_kindred(self, about: Context) -> list[int]:
        """Numbers of the resources that speak of the same matter, nearest first."""
        votes: defaultdict[int, float] = defaultdict(float)
        weights, budget = lexicon().weights, POSTINGS
        known = [(self._about[feature], feature) for feature in _features(about) if feature in self._about]
        for posting, feature in sorted(known, key=lambda pair: len(pair[0])):
            weight = weights.get(feature, 1.0) / (1 + len(posting) / len(self._places))
            for number in posting[:budget]:
                votes[number] += weight
            budget -= len(posting)
            if budget <= 0:
                break
        near = most_voted(votes, KINDRED)
        kin = {number: kinship(about, context(self._places[number][1])) for number in near}
        return sorted(near, key=lambda number: (-kin[number], -votes[number], number))


def _features(about: Context) -> list[str]:
    text = about.text
    return sorted({*about.concepts, *(text[place : place + 2] for place in range(len(text) - 1))})
