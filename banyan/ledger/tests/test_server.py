"""The log server answers what C2SP tlog-tiles says, and shows closed logs to those who may read them."""

import gzip
from collections.abc import Callable

import pytest
from asgiref.sync import async_to_sync

from banyan.ledger.asgi import Answer, Message
from banyan.ledger.models import Log
from banyan.ledger.queries import latest, open_log
from banyan.ledger.server import VERIFIER, LogServer
from banyan.ledger.tests.calling import scope_of
from banyan.ledger.tiles import split_hashes
from banyan.ledger.tree import leaf_hash
from banyan.ledger.verify import split_bundle

Write = Callable[..., list[bytes]]


def get(path: str, method: str = "GET", **headers: str) -> Answer:
    return LogServer().answer(scope_of(path, method, **headers))


@pytest.fixture
def entries(log: Log, write: Write) -> list[bytes]:
    return write(log, 300)


def test_serves_the_checkpoint_and_lets_nobody_keep_it(log: Log, entries: list[bytes]) -> None:
    answer = get("/log/acts/checkpoint")
    assert (answer.status, answer.body.decode()) == (200, latest(log).note)
    assert answer.kind == "text/plain; charset=utf-8"
    assert answer.headers["cache-control"] == "public, no-cache"


def test_serves_tiles_that_may_be_kept_for_ever(entries: list[bytes]) -> None:
    answer = get("/log/acts/tile/0/000")
    assert split_hashes(answer.body) == list(map(leaf_hash, entries[:256]))
    assert answer.kind == "application/octet-stream"
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert len(get("/log/acts/tile/0/001.p/44").body) == 44 * 32
    assert len(get("/log/acts/tile/1/000.p/1").body) == 32


def test_serves_entries_packed_to_whoever_takes_that(entries: list[bytes]) -> None:
    plain = get("/log/acts/tile/entries/000")
    assert list(split_bundle(plain.body)) == entries[:256]
    packed = get("/log/acts/tile/entries/000", accept_encoding="br, gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert plain.headers["vary"] == packed.headers["vary"] == "accept-encoding"
    assert list(split_bundle(get("/log/acts/tile/entries/001.p/44").body)) == entries[256:]


def test_serves_the_key_and_the_verifier(log: Log) -> None:
    assert get("/log/acts/vkey").body.decode() == f"{log.vkey}\n"
    assert get("/log/acts/verify.py").body == VERIFIER


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/log/acts",
        "/log/none/checkpoint",
        "/log/acts/tile/0/001",
        "/log/acts/tile/0/001.p/45",
        "/log/acts/tile/2/000.p/1",
        "/log/acts/tile/entries/001",
        "/log/acts/tile/entries/002.p/1",
        "/log/acts/tile/entries/0",
        "/log/acts/../acts/checkpoint",
        "/log/acts/%00",
    ],
)
def test_answers_404_where_there_is_nothing(path: str, entries: list[bytes]) -> None:
    answer = get(path)
    assert answer.status == 404
    assert answer.body.endswith(b".\n")


def test_a_log_can_only_be_read(log: Log) -> None:
    answer = get("/log/acts/checkpoint", "POST")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_a_closed_log_is_shown_to_whom_the_hook_lets_in(db: None) -> None:
    log = open_log("reads-1", kind="reads", title="t", body=7)
    asked: list[tuple[str, int | None]] = []

    def may_read(scope: object, asked_for: Log) -> bool:
        assert isinstance(scope, dict)
        asked.append((scope["path"], asked_for.body))
        return (b"authorization", b"Bearer seven") in scope["headers"]

    server = LogServer(may_read)
    refused = server.answer(scope_of("/log/reads-1/checkpoint"))
    assert (refused.status, refused.body[:23]) == (403, b"This log is not public.")
    granted = server.answer(scope_of("/log/reads-1/checkpoint", authorization="Bearer seven"))
    assert granted.body.decode() == latest(log).note
    assert granted.headers["cache-control"] == "private, no-cache"
    assert asked == [("/log/reads-1/checkpoint", 7)] * 2
    assert get("/log/reads-1/checkpoint").status == 403
    assert get("/log/reads-1/tile/0/000.p/1").status == 403
    assert server.answer(scope_of("/log/reads-1/vkey")).status == 200


def test_speaks_the_life_cycle_of_asgi() -> None:
    sent: list[Message] = []
    steps = iter([{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}])

    async def receive() -> Message:
        return next(steps)

    async def send(message: Message) -> None:
        sent.append(message)

    async_to_sync(LogServer())({"type": "lifespan"}, receive, send)
    assert [message["type"] for message in sent] == [
        "lifespan.startup.complete",
        "lifespan.shutdown.complete",
    ]
