"""The gateway's store on SQLite: one file, write-ahead log, every commit forced to disk."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import chain

from banyan.exchange.gateway.store import (
    STAMP,
    Record,
    Recorded,
    StoredRow,
    leaf_rows,
    ration,
    subject_rows,
)
from banyan.kit.sqlite import PRAGMAS
from banyan.ledger.write import INSERT_SQL

WAIT_SECONDS = 20
MOST_ROWS = 200
"""In one statement; each number of rows is one of its own, kept prepared."""

ROW = "SELECT region, data FROM lake_row WHERE load_id = ? AND key = ?"
PAGE = (
    "SELECT key, data FROM lake_row WHERE load_id = ? AND key > ? AND substr(region, 1, ?) = ?"
    " ORDER BY key LIMIT ?"
)
USED = "SELECT reads FROM exchange_use WHERE grant_id = ? AND day = ?"
USE = (
    "INSERT INTO exchange_use (reads, grant_id, day) VALUES (?, ?, ?)"
    " ON CONFLICT (grant_id, day) DO UPDATE SET reads = excluded.reads"
)
SUBJECT = "INSERT INTO exchange_readsubject (log, read_id, subject, salt) VALUES (?, ?, ?, ?)"
SPEND = "INSERT INTO exchange_usedassertion (digest, expires) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING"
TIDY = "DELETE FROM exchange_usedassertion WHERE expires < ?"


class SqliteStore:
    """A connection to the database file (SQLite 连接)."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.opened: sqlite3.Connection | None = None

    @property
    def db(self) -> sqlite3.Connection:
        if self.opened is None:
            self.opened = _open(self.path)
        return self.opened

    def stamp(self) -> tuple[int, int]:
        last, count = self.db.execute(STAMP).fetchone()
        return last or 0, count

    def rows(self, wanted: Sequence[tuple[int, str]]) -> list[StoredRow | None]:
        return [self.db.execute(ROW, one).fetchone() for one in wanted]

    def page(self, load: int, region: str, after: str, limit: int) -> list[tuple[str, str]]:
        return self.db.execute(PAGE, (load, after, len(region), region, limit)).fetchall()

    def record(self, records: Sequence[Record]) -> list[Recorded]:
        with self._writing() as db:
            used = {place: _used(db, *place) for place in {(one.grant, one.day) for one in records}}
            outcomes = ration(records, used)
            db.executemany(USE, [(reads, grant, day.isoformat()) for (grant, day), reads in used.items()])
            _insert(db, INSERT_SQL["sqlite"], leaf_rows(records, outcomes))
            _insert(db, SUBJECT, subject_rows(records))
        return outcomes

    def spend(self, digest: str, expires: int) -> bool:
        with self._writing() as db:
            return db.execute(SPEND, (digest, expires)).rowcount == 1

    def used(self, grants: Sequence[int], day: date) -> dict[int, int]:
        return {grant: _used(self.db, grant, day) for grant in grants}

    def tidy(self, now: int) -> None:
        with self._writing() as db:
            db.execute(TIDY, (now,))

    def close(self) -> None:
        if self.opened is not None:
            self.opened.close()
            self.opened = None

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction that holds the writer's lock from its beginning."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield self.db
            self.db.execute("COMMIT")
        except BaseException:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")
            raise


def _open(path: str) -> sqlite3.Connection:
    db = sqlite3.connect(
        path,
        timeout=WAIT_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=3 * MOST_ROWS,
    )
    for pragma in PRAGMAS:
        db.execute(f"PRAGMA {pragma}")
    return db


def _used(db: sqlite3.Connection, grant: int, day: date) -> int:
    found = db.execute(USED, (grant, day.isoformat())).fetchone()
    return int(found[0]) if found else 0


def _insert(db: sqlite3.Connection, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Insert many rows with one statement: each one lets other threads in, and waits for them."""
    values = statement.partition("VALUES")[2]
    for first in range(0, len(rows), MOST_ROWS):
        some = rows[first : first + MOST_ROWS]
        db.execute(statement + f",{values}" * (len(some) - 1), [*chain.from_iterable(some)])
