"""Keeping the search true to the catalogue: entries put, dropped and indexed anew."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from banyan.catalogue.search.entry import BEST_QUALITY, NUMBER_BITS, Entry
from banyan.catalogue.search.index import Index, Words, index_of
from banyan.catalogue.search.tokens import tokens

_BATCH = 5_000
_ASKED_AT_ONCE = 1_000
_SELECT = (
    "SELECT id, kind, object_id, title, code, text, body, region, facets, quality, url"
    " FROM catalogue_search_entry"
)
_OBJECTS = "SELECT id, object_id FROM catalogue_search_entry"
_INSERT = (
    "INSERT INTO catalogue_search_entry"
    " (id, kind, object_id, title, code, text, body, region, facets, quality, url)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)

Key = tuple[str, int]


def create_index(connection: BaseDatabaseWrapper) -> None:
    """Make the tables of the search, for a migration to call."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE catalogue_search_entry ("
            f"id {'integer' if connection.vendor == 'sqlite' else 'bigint'} NOT NULL PRIMARY KEY,"
            " kind text NOT NULL, object_id bigint NOT NULL, title text NOT NULL, code text NOT NULL,"
            " text text NOT NULL, body bigint NULL, region text NOT NULL, facets text NOT NULL,"
            " quality integer NOT NULL, url text NOT NULL, UNIQUE (kind, object_id))"
        )
    index_of(connection).create()


def remove_index(connection: BaseDatabaseWrapper) -> None:
    """Take the tables of the search away, for a migration to call when it is undone."""
    index_of(connection).remove()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE catalogue_search_entry")


def put(entries: Iterable[Entry]) -> int:
    """Add the entries, or replace those of the same kind and object; returns how many are new or changed.

    Runs inside the caller's transaction, or in one of its own when there is none.
    """
    index, left = index_of(connection), iter(entries)
    written = 0
    with transaction.atomic(savepoint=False):
        while batch := list(islice(left, _BATCH)):
            written += _put(index, {(entry.kind, entry.object_id): entry for entry in batch})
    return written


def _put(index: Index, entries: dict[Key, Entry]) -> int:
    old = {(entry.kind, entry.object_id): (number, entry) for number, entry in _stored(index, entries)}
    new = [entry for key, entry in entries.items() if key not in old or old[key][1] != entry]
    if not new:
        return 0
    _remove(index, [old[key] for entry in new if (key := (entry.kind, entry.object_id)) in old])
    fresh = index.numbers(len(new))
    _insert(index, [(_number(entry, serial), entry) for entry, serial in zip(new, fresh, strict=True)])
    return len(new)


def _number(entry: Entry, serial: int) -> int:
    """An entry's number puts the best quality first, and never serves twice."""
    return ((BEST_QUALITY - entry.quality) << NUMBER_BITS) | serial


def drop(kind: str, object_ids: Collection[int]) -> None:
    """Remove the entries of these objects; those that have none are passed over."""
    index = index_of(connection)
    with transaction.atomic(savepoint=False):
        _remove(index, list(_stored(index, [(kind, object_id) for object_id in object_ids])))


def rebuild(progress: Callable[[int, int], None] | None = None) -> None:
    """Index every entry anew, in order of quality; `progress` is told how many are done, of how many.

    Needed after the spelling of index words changes, and worthwhile after large changes. Searches go on with the
    old index meanwhile; changes of entries wait.
    """
    with transaction.atomic(savepoint=False):
        index_of(connection).rebuild(_every_batch(progress or _silent))


def _silent(_done: int, _of: int) -> None:
    """Tell nobody."""


def _every_batch(progress: Callable[[int, int], None]) -> Iterator[list[Words]]:
    [(total,)] = _rows("SELECT count(*) FROM catalogue_search_entry", [])
    last, done = -1, 0
    while rows := _rows(_SELECT + " WHERE id > %s ORDER BY id LIMIT %s", [last, _BATCH]):
        yield [(number, tokens(entry)) for number, entry in map(_read, rows)]
        last, done = rows[-1][0], done + len(rows)
        progress(done, total)


def _stored(index: Index, keys: Collection[Key]) -> Iterator[tuple[int, Entry]]:
    for kind in sorted({kind for kind, _ in keys}):
        of_kind = [object_id for other, object_id in keys if other == kind]
        for start in range(0, len(of_kind), _ASKED_AT_ONCE):
            some = of_kind[start : start + _ASKED_AT_ONCE]
            where = f" WHERE kind = %s AND object_id IN ({_marks(some)})" + index.lock
            yield from map(_read, _rows(_SELECT + where, [kind, *some]))


def read(numbers: Sequence[int]) -> dict[int, Entry]:
    """The entries with these numbers."""
    rows = _rows(_SELECT + f" WHERE id IN ({_marks(numbers)})", list(numbers)) if numbers else []
    return dict(map(_read, rows))


def objects(numbers: Sequence[int]) -> list[int]:
    """The objects of the entries with these numbers, in their order."""
    if not numbers:
        return []
    rows = _rows(_OBJECTS + f" WHERE id IN ({_marks(numbers)})", list(numbers))
    known = dict(rows)
    return [known[number] for number in numbers if number in known]


def listed(most: int) -> list[int]:
    """The numbers of the best entries."""
    return [
        number for (number,) in _rows("SELECT id FROM catalogue_search_entry ORDER BY id LIMIT %s", [most])
    ]


def _marks(values: Sequence[object]) -> str:
    return ", ".join(["%s"] * len(values))


def _rows(sql: str, given: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _read(row: Sequence[Any]) -> tuple[int, Entry]:
    number, kind, object_id, title, code, text, body, region, facets, quality, url = row
    return number, Entry(kind, object_id, title, code, text, body, region, json.loads(facets), quality, url)


def _insert(index: Index, entries: Sequence[tuple[int, Entry]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(_INSERT, [_row(number, entry) for number, entry in entries])
    index.add([(number, tokens(entry)) for number, entry in entries])


def _row(number: int, entry: Entry) -> tuple[Any, ...]:
    facets = json.dumps(dict(entry.facets), ensure_ascii=False, sort_keys=True)
    named = (entry.kind, entry.object_id, entry.title, entry.code, entry.text)
    return (number, *named, entry.body, entry.region, facets, entry.quality, entry.url)


def _remove(index: Index, entries: Sequence[tuple[int, Entry]]) -> None:
    with connection.cursor() as cursor:
        numbers = [[number] for number, _ in entries]
        cursor.executemany("DELETE FROM catalogue_search_entry WHERE id = %s", numbers)
    index.take([(number, tokens(entry)) for number, entry in entries])
