"""Reads of rows, in the order that the design demands: token, grant, volume, row, projection, record, first byte."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus

from banyan.acts import clock
from banyan.exchange.gateway.cursors import Cursors
from banyan.exchange.gateway.grants import Book
from banyan.exchange.gateway.journal import Call, Journal, call_of
from banyan.exchange.gateway.problems import KINDS, Problem
from banyan.exchange.gateway.request import Request
from banyan.exchange.gateway.rows import Delivery, delivery, shown
from banyan.exchange.gateway.shelf import Shelf
from banyan.exchange.gateway.store import Recorded
from banyan.exchange.gateway.tokens import Tokens, bearer
from banyan.kit.characters import UNWRITABLE
from banyan.kit.numbers import whole
from banyan.kit.sentence import Sentence, say
from banyan.ledger.asgi import Answer

JSON = "application/json"
PAGE, LARGEST_PAGE = 100, 500
LONGEST_KEY = 120


@dataclass(slots=True)
class Reading:
    """Answers reads under grants (读取)."""

    book: Book
    tokens: Tokens
    journal: Journal
    shelf: Shelf
    cursors: Cursors

    async def row(self, request: Request, resource: int, key: str) -> Answer:
        """One row by its key."""
        if len(key) > LONGEST_KEY or UNWRITABLE.search(key):
            raise Problem("bad_request", say("A key has 1 to {n} printable characters.", n=LONGEST_KEY))
        call = await self._admit(request, resource)
        grant = call.grant
        found = await self.shelf.row(grant.resource.load or 0, key)
        if found is None:
            raise await self._not_there(call, key, "no_such_row")
        region, data = found
        if not region.startswith(grant.region):
            raise await self._not_there(call, key, "out_of_scope")
        content = {
            "resource": grant.resource.pk,
            "version": grant.resource.version,
            "row": shown(data, grant),
        }
        return await self._deliver(call, [key], content)

    async def page(self, request: Request, resource: int) -> Answer:
        """A page of rows in the order of their keys."""
        asked = request.questions("limit", "after")
        limit = _limit(asked.get("limit", str(PAGE)))
        call = await self._admit(request, resource)
        grant = call.grant
        after = self.cursors.open(asked["after"], grant.pk) if asked.get("after") else ""
        found = await self.shelf.page(grant.resource.load or 0, grant.region, after, limit)
        keys = [key for key, _ in found]
        content = {
            "resource": grant.resource.pk,
            "version": grant.resource.version,
            "rows": [shown(data, grant) for _, data in found],
            "next": self.cursors.seal(keys[-1], grant.pk) if len(keys) == limit else None,
        }
        return await self._deliver(call, keys, content)

    async def _admit(self, request: Request, resource: int) -> Call:
        """The call, when its token, its grant and what is left of the day's volume allow it."""
        now = clock.now().timestamp()
        claims = self.tokens.verify(bearer(request), now)
        if not claims.grant:
            raise Problem("other_resource")
        grant = self.book.grant(claims.grant) or await self.book.renewed(claims.grant)
        if grant is None:
            raise Problem("grant_unknown")
        call = call_of(grant, request, now)
        if claims.audience != f"{self.tokens.issuer}/resources/{resource}":
            raise await self._denied(call, "other_resource")
        if obstacle := grant.obstacle(call.day):
            raise await self._denied(call, obstacle)
        if self.journal.is_used_up(call):
            raise await self._denied(call, "over_quota")
        return call

    async def _denied(self, call: Call, code: str) -> Problem:
        """The problem, once the denial is recorded."""
        return _problem(call, code, await self.journal.denied(call, code))

    async def _not_there(self, call: Call, key: str, reason: str) -> Problem:
        """Both kinds of «not there» look the same from outside, also in what they leave of the volume."""
        made = await self.journal.denied(call, reason, key, cost=1)
        return _problem(call, "no_such_row" if made.allowed else "over_quota", made)

    async def _deliver(self, call: Call, keys: Sequence[str], content: dict[str, object]) -> Answer:
        ready = delivery(content)
        made = await self.journal.delivered(call, keys, ready.digest)
        if not made.allowed:
            short = say("{left} rows are left today, {n} were asked for.", left=made.left, n=len(keys))
            raise _problem(call, "over_quota", made, short)
        return _answer(call, ready, made)


def _answer(call: Call, ready: Delivery, made: Recorded) -> Answer:
    headers = {
        "content-digest": ready.content_digest,
        "x-banyan-correlation": call.correlation,
        "x-banyan-remaining": str(made.left),
        "cache-control": "no-store",
    }
    return Answer(HTTPStatus.OK, ready.body, JSON, headers)


def _problem(call: Call, code: str, made: Recorded, detail: Sentence | None = None) -> Problem:
    headers = {"x-banyan-remaining": str(made.left)}
    if KINDS[code].status == HTTPStatus.TOO_MANY_REQUESTS:
        midnight = clock.midnight(call.day + timedelta(days=1)).timestamp()
        headers["retry-after"] = str(int(midnight - call.at) + 1)
    return Problem(code, detail, headers=headers)


def _limit(asked: str) -> int:
    limit = whole(asked, least=1, most=LARGEST_PAGE)
    if limit is None:
        raise Problem("bad_request", say("«limit» is a number from 1 to {n}.", n=LARGEST_PAGE))
    return limit
