"""Finding entries: the stages of a question asked one after the other, best first, until there are enough."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from django.db import connection

from banyan.catalogue.search import excerpt, store
from banyan.catalogue.search.entry import BEST_QUALITY, Entry, Found, Hit, Spelt, Unsearchable
from banyan.catalogue.search.index import index_of
from banyan.catalogue.search.question import Filters, Rank, Stage, spelling, stages
from banyan.catalogue.search.tokens import words
from banyan.kit.sentence import say

CAP = 1_000
SPELT = 5_000
"""So many things are found by initials alone."""
LARGEST_PAGE = 200

Place = tuple[Rank, int]
_ANY: Mapping[str, Sequence[str]] = MappingProxyType({})


def find(
    query: str,
    *,
    facets: Mapping[str, Sequence[str]] = _ANY,
    kinds: Sequence[str] = (),
    region_prefix: str = "",
    body: int | None = None,
    limit: int = 20,
    after: str | None = None,
) -> Found:
    """One page of the entries that match every word of the query and every filter, the best match first.

    A word is found anywhere inside title, items and abstract (one character alone: in the title), at the beginning
    of a code, and by the pinyin initials of a title, three or more; when nothing is found so, 福州人口 also finds
    福州 and 人口 apart. An empty query lists what the filters let through; an empty filter lets everything through.
    `after` is `Found.next` of the page before. Raises `Unsearchable`.
    """
    if not 1 <= limit <= LARGEST_PAGE:
        raise Unsearchable(say("Ask for 1 to {most} entries at a time.", most=LARGEST_PAGE))
    start = place_of(after)
    found = _candidates(stages(query, Filters(kinds, region_prefix, body, facets)))
    best = [place for place in found[:CAP] if start is None or _order(place) > _order(start)]
    page, more = best[:limit], len(best) > limit
    entries = store.read([number for _, number in page])
    asked = words(query)
    hits = tuple(_hit(entries[number], rank, asked) for rank, number in page if number in entries)
    return Found(hits, more, continuation(page[-1]) if more else None, len(found) > CAP)


def by_initials(query: str, kind: str) -> Spelt:
    """The things of a kind whose titles the query spells by pinyin initials, two or more. Raises `Unsearchable`."""
    asked = spelling(query, Filters(kinds=(kind,)))
    if asked is None:
        return Spelt((), more=False)
    numbers = index_of(connection).matching(asked.clauses, SPELT + 1)
    return Spelt(tuple(store.objects(numbers[:SPELT])), len(numbers) > SPELT)


def _candidates(asked: Sequence[Stage]) -> list[Place]:
    """Up to one more than the cap, in order; a stage finds again what the stages before it found."""
    index = index_of(connection)
    ranks: dict[int, Rank] = {}
    for stage in asked:
        if ranks and stage.rank is Rank.APART:
            break
        numbers = index.matching(stage.clauses, CAP + 1) if stage.clauses else store.listed(CAP + 1)
        for number in numbers:
            ranks.setdefault(number, stage.rank)
        if len(ranks) > CAP:
            break
    return [(rank, number) for number, rank in ranks.items()]


def _order(place: Place) -> tuple[int, int]:
    return -place[0], place[1]


def continuation(place: Place) -> str:
    """How the page after this place is asked for."""
    return f"{place[0]}-{place[1]}"


def place_of(after: str | None) -> Place | None:
    """The place that a continuation names. Raises `Unsearchable`."""
    if after is None:
        return None
    parts = re.fullmatch(rf"([0-{max(Rank)}])-([0-9]{{1,18}})", after, re.ASCII)
    if parts is None:
        raise Unsearchable(say("This continuation is not one of this search; start from the first page."))
    return Rank(int(parts[1])), int(parts[2])


def _hit(entry: Entry, rank: Rank, asked: list[str]) -> Hit:
    return Hit(
        kind=entry.kind,
        object_id=entry.object_id,
        title=entry.title,
        matches=excerpt.in_title(entry.title, asked),
        code=entry.code,
        snippet=excerpt.snippet(entry.text, asked),
        body=entry.body,
        region=entry.region,
        score=rank * (BEST_QUALITY + 1) + entry.quality,
        url=entry.url,
    )
