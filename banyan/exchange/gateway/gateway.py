"""The gateway as one ASGI application: addresses, answers, and what starts and stops with a worker."""

import asyncio
import json
import logging
import re
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress

from django.conf import settings

from banyan.acts import clock
from banyan.bodies.tokens import actor_of_token
from banyan.exchange.gateway.assertions import ALGORITHMS
from banyan.exchange.gateway.cursors import Cursors
from banyan.exchange.gateway.granting import Granting, as_oauth, refused
from banyan.exchange.gateway.grants import Book
from banyan.exchange.gateway.journal import Journal
from banyan.exchange.gateway.keys import gateway_key
from banyan.exchange.gateway.lane import Lane
from banyan.exchange.gateway.problems import Problem, answer_of
from banyan.exchange.gateway.reading import Reading
from banyan.exchange.gateway.request import Request, form_of, request_of
from banyan.exchange.gateway.selftest import connection_of
from banyan.exchange.gateway.shelf import Shelf
from banyan.exchange.gateway.stores import open_store, reads_in_loop
from banyan.exchange.gateway.tokens import Tokens, bearer
from banyan.kit.ids import new_id
from banyan.ledger.asgi import Answer, Receive, Scope, Send, plain, send_answer
from banyan.ledger.models import Log
from banyan.ledger.server import LogServer

ROW = re.compile(r"/resources/([0-9]{1,18})/rows(?:/(.+))?", re.DOTALL)
JSON = "application/json"
_log = logging.getLogger(__name__)


class Worker:
    """What one worker has open (工作进程): its lanes to the database, the grants, and who answers."""

    def __init__(self) -> None:
        key = gateway_key()
        self.tokens = Tokens(key, settings.BANYAN_GATEWAY_URL)
        self.writing, polling = Lane(open_store()), Lane(open_store())
        self.book = Book(polling)
        self.journal = Journal(self.writing)
        self.shelf = Shelf(Lane(open_store()), open_store() if reads_in_loop() else None)
        self.reading = Reading(self.book, self.tokens, self.journal, self.shelf, Cursors(key))
        self.granting = Granting(self.book, self.tokens, self.journal, self.writing)
        self.tasks = [asyncio.create_task(self.book.keep_fresh())]

    async def close(self) -> None:
        for task in self.tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        for lane in (self.writing, self.book.lane):
            await lane.close()
        await self.shelf.close()


class Gateway:
    """Serves tokens, rows and logs (网关); raw ASGI, one worker for each process."""

    def __init__(self) -> None:
        self.worker: Worker | None = None
        self.opening: asyncio.Lock | None = None
        self.logs = LogServer(self._may_read)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["path"].startswith("/log/"):
            await self.logs(scope, receive, send)
        else:
            await self._answer(scope, receive, send)

    async def open(self) -> Worker:
        """The worker, opened with the first call; its grants are read before it answers."""
        if self.worker is None:
            self.opening = self.opening or asyncio.Lock()
            async with self.opening:
                if self.worker is None:
                    worker = Worker()
                    await worker.book.renew()
                    self.worker = worker
        return self.worker

    async def close(self) -> None:
        """Stop what runs and close every connection."""
        if self.worker is not None:
            await self.worker.close()
            self.worker = None

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                await self.open()
            else:
                await self.close()
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        correlation, request = new_id(), None
        try:
            request = request_of(scope, correlation)
            answer = await self._handle(self.worker or await self.open(), request, receive)
        except Problem as problem:
            answer = _refusal(problem, request, correlation)
        except Exception:  # noqa: BLE001 - no caller ever sees a traceback
            _log.exception("correlation %s", correlation)
            answer = _refusal(Problem("fault"), request, correlation)
        if request and request.trace:
            answer.headers["traceparent"] = request.trace
        await send_answer(send, answer, with_body=scope["method"] != "HEAD")

    async def _handle(self, worker: Worker, request: Request, receive: Receive) -> Answer:
        if found := ROW.fullmatch(request.path):
            _demand(request, "GET")
            if found[2] is None:
                return await worker.reading.page(request, int(found[1]))
            request.questions("")
            return await worker.reading.row(request, int(found[1]), found[2])
        if request.path not in ADDRESSES:
            raise Problem("not_found")
        method, handle = ADDRESSES[request.path]
        _demand(request, method)
        return await handle(worker, request, receive)

    def _may_read(self, scope: Scope, log: Log) -> bool:
        """A token for this log, or an officer's of the body that the log is about."""
        try:
            token = bearer(request_of(scope, ""))
        except Problem:
            return False
        actor = actor_of_token(token)
        if actor is not None:
            return log.body in actor.bodies
        return self.worker is not None and _is_for(self.worker.tokens, token, log)


def _is_for(tokens: Tokens, token: str, log: Log) -> bool:
    try:
        claims = tokens.verify(token, time.time())
    except Problem:
        return False
    return claims.audience == f"{tokens.issuer}/log/{log.name}"


async def _token(worker: Worker, request: Request, receive: Receive) -> Answer:
    return await worker.granting.answer(request, await form_of(request, receive))


async def _explain(worker: Worker, request: Request, receive: Receive) -> Answer:
    return await worker.granting.explain(request, await form_of(request, receive))


async def _connection(worker: Worker, request: Request, receive: Receive) -> Answer:
    claims = worker.tokens.verify(bearer(request), clock.now().timestamp())
    return await connection_of(worker.book, worker.writing, claims, worker.tokens.issuer)


async def _keys(worker: Worker, request: Request, receive: Receive) -> Answer:
    return _json(worker.tokens.jwks())


async def _metadata(worker: Worker, request: Request, receive: Receive) -> Answer:
    """The authorization server's metadata (RFC 8414)."""
    issuer = worker.tokens.issuer
    return _json(
        {
            "issuer": issuer,
            "token_endpoint": f"{issuer}/token",
            "jwks_uri": f"{issuer}/.well-known/jwks.json",
            "grant_types_supported": ["client_credentials"],
            "response_types_supported": [],
            "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            "token_endpoint_auth_signing_alg_values_supported": [
                name for names in ALGORITHMS.values() for name in names
            ],
        }
    )


async def _health(worker: Worker, request: Request, receive: Receive) -> Answer:
    """Whether calls can be recorded; forgets old assertions on the way."""
    try:
        await worker.writing.run(lambda store: store.tidy(int(time.time())))
    except Exception as error:
        raise Problem("no_audit") from error
    return plain(200, "ready")


ADDRESSES: dict[str, tuple[str, Callable[[Worker, Request, Receive], Awaitable[Answer]]]] = {
    "/token": ("POST", _token),
    "/debug/assertion": ("POST", _explain),
    "/connection": ("GET", _connection),
    "/healthz": ("GET", _health),
    "/.well-known/jwks.json": ("GET", _keys),
    "/.well-known/oauth-authorization-server": ("GET", _metadata),
}


def _demand(request: Request, method: str) -> None:
    if request.method != method and not (request.method == "HEAD" and method == "GET"):
        raise Problem("bad_method", headers={"allow": method})


def _refusal(problem: Problem, request: Request | None, correlation: str) -> Answer:
    if problem.__cause__ is not None:
        _log.error("%s, correlation %s", problem.code, correlation, exc_info=problem.__cause__)
    if request and request.path == "/token":
        return refused(as_oauth(problem), correlation)
    return answer_of(problem, correlation, request.header("accept-language") if request else "")


def _json(said: dict[str, object]) -> Answer:
    return Answer(200, json.dumps(said).encode(), JSON, {"cache-control": "max-age=300"})
