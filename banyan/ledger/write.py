"""The one way into a log: a single INSERT, in the transaction of what it records."""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import connection

from banyan.kit.sentence import say
from banyan.ledger.errors import BadLeaf, NoTransaction
from banyan.ledger.tiles import LONGEST_ENTRY

INSERT_SQL: Mapping[str, str] = MappingProxyType(
    {
        "sqlite": "INSERT INTO ledger_leaf (log_id, data) VALUES (?, ?)",
        "postgresql": "INSERT INTO ledger_leaf (log_id, data) VALUES (%s, %s)",
    }
)
"""By Django's name of the database: for a process with its own ``sqlite3`` or ``psycopg`` connection, which
gives the log's id and the entry's bytes, many at a time with ``executemany`` if it likes, and commits before it
lets go what the entries record. Call `check_leaf` on each entry first."""


def check_leaf(data: bytes) -> None:
    """Raise `BadLeaf` unless the entry is 1 to 65,534 bytes long (C2SP tlog-tiles counts in 16 bits)."""
    if not 0 < len(data) < LONGEST_ENTRY:
        raise BadLeaf(
            say(
                "An entry has 1 to {longest} bytes, this one {length}. Keep digests in it, not the data.",
                longest=LONGEST_ENTRY - 1,
                length=len(data),
            )
        )


def append(log_id: int, data: bytes) -> int:
    """Write an entry (写入条目) into a log and answer its id; it gets its position when next sequenced.

    ``data`` is canonical JSON (RFC 8785) of identifiers and digests, never of personal values. Raises
    `NoTransaction` outside ``transaction.atomic``, `BadLeaf` when it is empty or too long.
    """
    if not connection.in_atomic_block:
        raise NoTransaction(say("Write an entry inside the transaction of what it records."))
    check_leaf(data)
    with connection.cursor() as cursor:
        cursor.execute(f"{INSERT_SQL['postgresql']} RETURNING id", [log_id, data])
        (leaf,) = cursor.fetchone()
    return int(leaf)
