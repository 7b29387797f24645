"""The journal: the leaf of every call, counted and written before anything is answered."""

import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from banyan.exchange.gateway.grants import HeldGrant
from banyan.exchange.gateway.lane import Gather, Lane
from banyan.exchange.gateway.leaf import Leaf
from banyan.exchange.gateway.problems import Problem
from banyan.exchange.gateway.request import Request
from banyan.exchange.gateway.store import Record, Recorded, Store, Subject
from banyan.kit.canonical import salted_digest
from banyan.kit.worktime import BEIJING

LINGER_SECONDS = 0.002
MOST_IN_A_BATCH = 256
SALT_BYTES = 16
_HOUR = 3_600


class Call(msgspec.Struct, frozen=True):
    """One call under a grant (调用): when it came, and what the consumer states of its case and officer."""

    grant: HeldGrant
    correlation: str
    at: float
    day: date
    case: str
    officer: str

    def leaf(self, kind: str, rows: int, subject: str, *, answer: str = "", reason: str = "") -> Leaf:
        """What the provider's log says of the call."""
        return replace(
            self.grant.leaf,
            answer=answer,
            at=_told(int(self.at * 1_000)),
            case=self.case,
            correlation=self.correlation,
            kind=kind,
            officer=self.officer,
            reason=reason,
            rows=rows,
            subject=subject,
        )


def call_of(grant: HeldGrant, request: Request, at: float) -> Call:
    """The call that a request makes under a grant at this moment, in seconds since 1970."""
    case, officer = request.stated("x-banyan-case"), request.stated("x-banyan-officer")
    return Call(grant, request.correlation, at, _day(int(at) // _HOUR), case, officer)


@lru_cache(maxsize=16)
def _told(milliseconds: int) -> str:
    return datetime.fromtimestamp(milliseconds / 1_000, UTC).isoformat(timespec="milliseconds")


@lru_cache(maxsize=16)
def _day(hours: int) -> date:
    """The day in the province, whose days begin with a full hour."""
    return datetime.fromtimestamp(hours * _HOUR, BEIJING).date()


class Journal:
    """Writes the calls of one worker into the providers' logs (使用日志)."""

    def __init__(self, lane: Lane) -> None:
        self.lane = lane
        self.gather: Gather[Record, Recorded] = Gather(
            lane, _record, linger=LINGER_SECONDS, most=MOST_IN_A_BATCH
        )
        self.left: dict[int, tuple[date, int]] = {}

    def is_used_up(self, call: Call) -> bool:
        """Whether this worker knows that nothing is left of the day's volume; what is used never comes back."""
        return self.left.get(call.grant.pk) == (call.day, 0)

    async def delivered(self, call: Call, keys: Sequence[str], answer: str) -> Recorded:
        """Record that these rows are about to be delivered in an answer of this digest; none count as one."""
        subject, beside = _subject(call, keys)
        leaf = call.leaf("read", len(keys), subject, answer=_unguessable(answer, beside))
        return await self._write(call, leaf, beside, cost=max(len(keys), 1))

    async def denied(self, call: Call, reason: str, key: str | None = None, *, cost: int = 0) -> Recorded:
        """Record that nothing is delivered, and why; a question for a ``key`` that is not there is answered too."""
        subject, beside = _subject(call, [key] if key else [])
        leaf = call.leaf("denied", 0, subject, reason=reason)
        return await self._write(call, leaf, beside, cost=cost)

    async def _write(self, call: Call, leaf: Leaf, beside: Sequence[Subject], *, cost: int) -> Recorded:
        grant = call.grant
        record = Record(grant.log, grant.pk, call.day, cost, grant.daily_volume, leaf, beside)
        try:
            made = await self.gather(record)
        except Exception as error:
            raise Problem("no_audit") from error
        self.left[grant.pk] = (call.day, made.left)
        return made


def _subject(call: Call, keys: Sequence[str]) -> tuple[str, list[Subject]]:
    """The salted digest of one key or of a page's list of keys, and the keys and salt that stay beside the leaf."""
    if not keys:
        return "", []
    salt = os.urandom(SALT_BYTES)
    if len(keys) == 1:
        return salted_digest(keys[0], salt), [Subject(call.correlation, keys[0], salt)]
    beside = [Subject(f"{call.correlation}.{n}", key, salt) for n, key in enumerate(keys)]
    return salted_digest(list(keys), salt), beside


def _unguessable(answer: str, beside: Sequence[Subject]) -> str:
    """The digest of an answer, salted as its subject is: what is known of somebody could be guessed from it."""
    return salted_digest(answer, beside[0].salt) if beside else answer


def _record(store: Store, records: Sequence[Record]) -> Sequence[Recorded]:
    return store.record(records)
