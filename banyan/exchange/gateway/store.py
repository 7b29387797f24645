"""What the gateway asks of a database; each store is one connection of its own, beside Django's."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

import msgspec

from banyan.exchange.gateway.leaf import Leaf, denied, leaf_bytes

StoredRow = tuple[str, str]
"""Region and data of a row."""

STAMP = "SELECT max(id), count(*) FROM acts_entry WHERE id > (SELECT max(id) - 1000 FROM acts_entry)"
"""Changes with every act, also when one is committed late under a smaller number (at most 1,000 behind)."""


class Subject(msgspec.Struct, frozen=True):
    """Whom a read was about (办事人): the key, and the salt of its digest in the leaf."""

    read: str
    key: str
    salt: bytes


class Record(msgspec.Struct, frozen=True):
    """One call to be recorded (待记录): its leaf, and what it costs of which grant's daily volume.

    ``cost`` 0 is a denial that spends nothing.
    """

    log: int
    grant: int
    day: date
    cost: int
    volume: int
    leaf: Leaf
    subjects: Sequence[Subject] = ()


class Recorded(msgspec.Struct, frozen=True):
    """What became of a record (记录结果): whether the volume allowed it, and how much of it is left."""

    allowed: bool
    left: int


class Store(Protocol):
    """One connection to the database (连接), used by one thread at a time; blocking."""

    def stamp(self) -> tuple[int, int]:
        """A value that differs after every act."""

    def rows(self, wanted: Sequence[tuple[int, str]]) -> list[StoredRow | None]:
        """The rows of these loads and keys."""

    def page(self, load: int, region: str, after: str, limit: int) -> list[tuple[str, str]]:
        """Keys and data of the rows behind a key, of regions that begin with these digits."""

    def record(self, records: Sequence[Record]) -> list[Recorded]:
        """Count and record all of these in one durable transaction, in order."""

    def spend(self, digest: str, expires: int) -> bool:
        """Keep the digest of an assertion; False when it is known already."""

    def used(self, grants: Sequence[int], day: date) -> dict[int, int]:
        """The reads of these grants on a day."""

    def tidy(self, now: int) -> None:
        """Forget assertions that have expired; fails when nothing can be written."""

    def close(self) -> None:
        """Close the connection; the next call opens it again."""


Used = dict[tuple[int, date], int]


def ration(records: Sequence[Record], used: Used) -> list[Recorded]:
    """Let as many pass as the volume of each grant allows, in order; ``used`` is counted up on the way."""
    return [_ration(record, used) for record in records]


def _ration(record: Record, used: Used) -> Recorded:
    place = (record.grant, record.day)
    allowed = not record.cost or used[place] + record.cost <= record.volume
    if allowed:
        used[place] += record.cost
    return Recorded(allowed, max(record.volume - used[place], 0))


def leaf_rows(records: Sequence[Record], outcomes: Sequence[Recorded]) -> list[tuple[int, bytes]]:
    """Log and leaf of each call; the leaf is that of a denial where the volume did not allow it."""
    return [
        (one.log, leaf_bytes(one.leaf if made.allowed else denied(one.leaf, "over_quota")))
        for one, made in zip(records, outcomes, strict=True)
    ]


def subject_rows(records: Sequence[Record]) -> list[tuple[int, str, str, bytes]]:
    """What stays beside the leaves: log, number of the read, key and salt."""
    return [(one.log, of.read, of.key, of.salt) for one in records for of in one.subjects]
