"""Walking through all that a question finds among given rows, page by page and however many they are."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import BigIntegerField, Func, QuerySet

from banyan.catalogue.search.finding import Place, continuation, place_of
from banyan.catalogue.search.index import Passing, index_of
from banyan.catalogue.search.question import Filters, Rank, Stage, stages


@dataclass(frozen=True)
class Walked:
    """The numbers of one page of things, the best first (检索页), and the continuation to the next page."""

    objects: tuple[int, ...]
    next: str | None = None


def walk(query: str, kind: str, rows: QuerySet[Any], *, limit: int, after: str | None = None) -> Walked:
    """One page of those rows that match every word of the query as things of this kind.

    The order is that of `find`, without its cap: a page begins in the index at the place where the one before it
    ended. Raises `Unsearchable`.
    """
    start = place_of(after)
    asked = stages(query, Filters(kinds=(kind,)))
    try:
        passing = _passing(rows)
    except EmptyResultSet:
        return Walked(())
    found = _found(asked, passing, start, limit + 1)
    places, more = found[:limit], len(found) > limit
    return Walked(tuple(thing for _, thing in places), continuation(places[-1][0]) if more else None)


def _passing(rows: QuerySet[Any]) -> Passing:
    here = Func(template="hit.object_id", output_field=BigIntegerField())
    sql, given = rows.order_by().filter(pk=here).values("pk").query.sql_with_params()
    return sql, given


def _found(asked: list[Stage], passing: Passing, start: Place | None, most: int) -> list[tuple[Place, int]]:
    """Places and things, each at the first stage that finds it; stages before the start found nothing more."""
    index = index_of(connection)
    found: list[tuple[Place, int]] = []
    for at, stage in enumerate(asked):
        if start and stage.rank > start[0]:
            continue
        if stage.rank is Rank.APART and (found or (start and start[0] is not Rank.APART)):
            break
        beyond = start[1] if start and start[0] is stage.rank else -1
        before = [one.clauses for one in asked[:at]]
        rows = index.among(stage.clauses, before, passing, beyond, most - len(found))
        found += [((stage.rank, number), thing) for number, thing in rows]
        if len(found) == most:
            break
    return found
