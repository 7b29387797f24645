"""What the gateway asks of a database; each store is one connection of its own, beside Django's."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from banyan.kit.canonical import canonical_json
from banyan.ledger.write import check_leaf

StoredRow = tuple[str, str]
"""Region and data of a row."""

STAMP = "SELECT max(id), count(*) FROM acts_entry WHERE id > (SELECT max(id) - 1000 FROM acts_entry)"
"""Changes with every act, also when one is committed late under a smaller number (at most 1,000 behind)."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a read was about (办事人): the key, and the salt of its digest in the leaf."""

    read: str
    key: str
    salt: bytes


@dataclass(frozen=True, slots=True)
class Record:
    """One call to be recorded (待记录): its leaf, and what it costs of which grant's daily volume.

    ``cost`` 0 is a denial that spends nothing.
    """

    log: int
    grant: int
    day: date
    cost: int
    volume: int
    leaf: dict[str, Any]
    subjects: Sequence[Subject] = field(default=())


@dataclass(frozen=True, slots=True)
class Recorded:
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


def leaf_bytes(record: Record, outcome: Recorded) -> bytes:
    """The leaf of a call, canonical; that of a denial when the volume did not allow it."""
    leaf = record.leaf if outcome.allowed else denied(record.leaf, "over_quota")
    data = canonical_json(leaf)
    check_leaf(data)
    return data


def denied(leaf: dict[str, Any], reason: str) -> dict[str, Any]:
    """The leaf of the same call when it is denied."""
    kept = {name: value for name, value in leaf.items() if name != "answer"}
    return {**kept, "kind": "denied", "rows": 0, "reason": reason}
