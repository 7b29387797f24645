"""The gateway's store on PostgreSQL: two round trips for a batch, whatever its size."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

import psycopg

from banyan.exchange.gateway.store import (
    STAMP,
    Record,
    Recorded,
    StoredRow,
    Used,
    leaf_rows,
    ration,
    subject_rows,
)

Connection = psycopg.Connection[tuple[Any, ...]]

ROWS = """
SELECT row.region, row.data
FROM unnest(%s::bigint[], %s::text[]) WITH ORDINALITY AS wanted (load_id, key, nth)
LEFT JOIN lake_row AS row ON row.load_id = wanted.load_id AND row.key = wanted.key
ORDER BY wanted.nth
"""
PAGE = """
SELECT key, data FROM lake_row WHERE load_id = %s AND key > %s AND left(region, %s) = %s ORDER BY key LIMIT %s
"""
BEGIN_USE = """
INSERT INTO exchange_use (grant_id, day, reads)
SELECT grant_id, day, 0 FROM unnest(%s::bigint[], %s::date[]) AS place (grant_id, day) ORDER BY grant_id, day
ON CONFLICT (grant_id, day) DO NOTHING
"""
LOCK_USE = """
SELECT grant_id, day, reads FROM exchange_use
WHERE (grant_id, day) IN (SELECT * FROM unnest(%s::bigint[], %s::date[]))
ORDER BY grant_id, day FOR UPDATE
"""
USE = """
UPDATE exchange_use SET reads = now.reads
FROM unnest(%s::bigint[], %s::date[], %s::int[]) AS now (grant_id, day, reads)
WHERE exchange_use.grant_id = now.grant_id AND exchange_use.day = now.day
"""
LEAVES = "INSERT INTO ledger_leaf (log_id, data) SELECT * FROM unnest(%s::bigint[], %b::bytea[])"
SUBJECTS = """
INSERT INTO exchange_readsubject (log, read_id, subject, salt)
SELECT * FROM unnest(%s::bigint[], %s::text[], %s::text[], %b::bytea[])
"""
SPEND = "INSERT INTO exchange_usedassertion (digest, expires) VALUES (%s, %s) ON CONFLICT (digest) DO NOTHING"
USED = "SELECT grant_id, reads FROM exchange_use WHERE grant_id = ANY(%s) AND day = %s"
TIDY = "DELETE FROM exchange_usedassertion WHERE expires < %s"


class PostgresStore:
    """A connection to the server (PostgreSQL 连接); one that broke is opened anew with the next call."""

    def __init__(self, parameters: Mapping[str, Any]) -> None:
        self.parameters = parameters
        self.opened: Connection | None = None

    @property
    def db(self) -> Connection:
        if self.opened is None or self.opened.closed:
            self.opened = psycopg.connect(**self.parameters, autocommit=True)
        return self.opened

    def stamp(self) -> tuple[int, int]:
        last, count = self._one(STAMP)
        return last or 0, count

    def rows(self, wanted: Sequence[tuple[int, str]]) -> list[StoredRow | None]:
        loads, keys = zip(*wanted, strict=True)
        found = self.db.execute(ROWS, [list(loads), list(keys)]).fetchall()
        return [(region, data) if data is not None else None for region, data in found]

    def page(self, load: int, region: str, after: str, limit: int) -> list[tuple[str, str]]:
        found = self.db.execute(PAGE, [load, after, len(region), region, limit]).fetchall()
        return [(key, data) for key, data in found]

    def record(self, records: Sequence[Record]) -> list[Recorded]:
        places = sorted({(one.grant, one.day) for one in records})
        with self._writing() as db:
            used = _lock(db, places)
            outcomes = ration(records, used)
            _write(db, used, records, outcomes)
        return outcomes

    def spend(self, digest: str, expires: int) -> bool:
        return self.db.execute(SPEND, [digest, expires]).rowcount == 1

    def used(self, grants: Sequence[int], day: date) -> dict[int, int]:
        found = self.db.execute(USED, [list(grants), day]).fetchall()
        return dict.fromkeys(grants, 0) | dict(found)

    def tidy(self, now: int) -> None:
        self.db.execute(TIDY, [now])

    def close(self) -> None:
        if self.opened is not None:
            self.opened.close()
            self.opened = None

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction whose statements are sent together."""
        with self.db.pipeline(), self.db.transaction():
            yield self.db

    def _one(self, question: str) -> tuple[Any, ...]:
        return self.db.execute(question).fetchone() or (None, 0)


def _lock(db: Connection, places: Sequence[tuple[int, date]]) -> Used:
    """What was used so far, locked in one order by all writers."""
    columns = _columns(places)
    db.execute(BEGIN_USE, columns)
    return {(grant, day): reads for grant, day, reads in db.execute(LOCK_USE, columns).fetchall()}


def _write(db: Connection, used: Used, records: Sequence[Record], outcomes: Sequence[Recorded]) -> None:
    grants, days = zip(*used, strict=True)
    db.execute(USE, [list(grants), list(days), list(used.values())])
    db.execute(LEAVES, _columns(leaf_rows(records, outcomes)))
    if subjects := subject_rows(records):
        db.execute(SUBJECTS, _columns(subjects))


def _columns(rows: Sequence[tuple[Any, ...]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]
