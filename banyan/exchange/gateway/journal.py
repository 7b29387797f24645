"""The journal: the leaf of every call, counted and written before anything is answered."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from banyan.exchange.gateway.grants import HeldGrant
from banyan.exchange.gateway.lane import Gather, Lane
from banyan.exchange.gateway.problems import Problem
from banyan.exchange.gateway.request import Request
from banyan.exchange.gateway.store import Record, Recorded, Store, Subject, denied
from banyan.kit.canonical import salted_digest
from banyan.kit.worktime import BEIJING

LINGER_SECONDS = 0.002
MOST_IN_A_BATCH = 256
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Call:
    """One call under a grant (调用): when it came, and what the consumer states of its case."""

    grant: HeldGrant
    correlation: str
    at: datetime
    day: date
    case: str
    officer: str


def call_of(grant: HeldGrant, request: Request, at: datetime) -> Call:
    """The call that a request makes under a grant at this moment."""
    case, officer = request.stated("x-banyan-case"), request.stated("x-banyan-officer")
    return Call(grant, request.correlation, at, at.astimezone(BEIJING).date(), case, officer)


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
        subject, subjects = _subjects(call, keys)
        leaf = leaf_of(call, kind="read", rows=len(keys), answer=answer, **subject)
        return await self._write(call, leaf, subjects, cost=max(len(keys), 1))

    async def denied(self, call: Call, reason: str, key: str | None = None, *, cost: int = 0) -> Recorded:
        """Record that nothing is delivered, and why; a question for a ``key`` that is not there is answered too."""
        subject, subjects = _subjects(call, [key] if key else [])
        return await self._write(
            call, denied(leaf_of(call, kind="denied", **subject), reason), subjects, cost=cost
        )

    async def _write(
        self, call: Call, leaf: dict[str, Any], subjects: Sequence[Subject], *, cost: int
    ) -> Recorded:
        grant = call.grant
        record = Record(grant.log, grant.pk, call.day, cost, grant.daily_volume, leaf, subjects)
        try:
            made = await self.gather(record)
        except Exception as error:
            raise Problem("no_audit") from error
        self.left[grant.pk] = (call.day, made.left)
        return made


def leaf_of(call: Call, *, kind: str, **more: Any) -> dict[str, Any]:
    """The leaf of a call, without anything personal in clear; what is empty is left out."""
    leaf = {
        **call.grant.told,
        "kind": kind,
        "at": call.at.astimezone(UTC).isoformat(timespec="milliseconds"),
        "correlation": call.correlation,
        **more,
    }
    if call.case:
        leaf["case"] = call.case
    if call.officer:
        leaf["officer"] = call.officer
    return leaf


def _subjects(call: Call, keys: Sequence[str]) -> tuple[dict[str, str], list[Subject]]:
    """The salted digest of one key or of a page's list of keys, and the keys and salt that stay beside the leaf."""
    if not keys:
        return {}, []
    salt = secrets.token_bytes(SALT_BYTES)
    subject = salted_digest(keys[0] if len(keys) == 1 else list(keys), salt)
    names = [call.correlation] if len(keys) == 1 else [f"{call.correlation}.{n}" for n in range(len(keys))]
    return {"subject": subject}, [Subject(name, key, salt) for name, key in zip(names, keys, strict=True)]


def _record(store: Store, records: Sequence[Record]) -> Sequence[Recorded]:
    return store.record(records)
