"""The log server: checkpoints, tiles and entries over HTTP as C2SP tlog-tiles says, as one ASGI application."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

from asgiref.sync import sync_to_async
from django.db import close_old_connections

from banyan.ledger.asgi import BYTES, Answer, Receive, Scope, Send, live, plain, send_answer
from banyan.ledger.errors import Broken
from banyan.ledger.models import Log
from banyan.ledger.queries import entry_bundle, latest, tile_bytes
from banyan.ledger.tiles import WIDTH, Address, parse_path

MayRead = Callable[[Scope, Log], bool]

VERIFIER = Path(__file__).with_name("verify.py").read_bytes()
NEVER_KEPT = "no-cache"
KEPT_FOR_EVER = "max-age=31536000, immutable"

_PATH = re.compile(r"/log/(?P<name>[A-Za-z0-9._-]+)/(?P<rest>[A-Za-z0-9./-]+)")


def nobody(_scope: Scope, _log: Log) -> bool:
    """Let nobody read the logs that are not public."""
    return False


class LogServer:
    """Serves every log below ``/log/<name>/`` (账本服务).

    ``may_read(scope, log)`` decides who may read a log that is not public; it is called in a thread and may use
    the database. The verification key and the verifier are open to all.
    """

    def __init__(self, may_read: MayRead = nobody) -> None:
        self.may_read = may_read

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await live(receive, send)
            return
        answer = await sync_to_async(self._answer_in_thread, thread_sensitive=False)(scope)
        await send_answer(send, answer, with_body=scope["method"] != "HEAD")

    def _answer_in_thread(self, scope: Scope) -> Answer:
        """Every thread has a database connection of its own, which is kept no longer than the settings say."""
        close_old_connections()
        try:
            return self.answer(scope)
        finally:
            close_old_connections()

    def answer(self, scope: Scope) -> Answer:
        """The answer to one request, blocking."""
        if scope["method"] not in {"GET", "HEAD"}:
            return Answer(405, b"A log can only be read: use GET.\n", headers={"allow": "GET, HEAD"})
        found = _PATH.fullmatch(scope["path"])
        log = Log.objects.filter(name=found["name"]).first() if found else None
        if not found or not log:
            return plain(404, "There is no such log. Its address is /log/<name>/checkpoint.")
        if found["rest"] == "verify.py":
            return Answer(200, VERIFIER, "text/x-python; charset=utf-8", {"cache-control": NEVER_KEPT})
        if found["rest"] == "vkey":
            return Answer(200, f"{log.vkey}\n".encode(), headers={"cache-control": NEVER_KEPT})
        if not log.public and not self.may_read(scope, log):
            return plain(403, "This log is not public. Send the token of a body that may read it.")
        try:
            return _part(log, found["rest"], packed=_takes_gzip(scope))
        except Broken as error:
            return plain(404, str(error))


def _part(log: Log, path: str, *, packed: bool) -> Answer:
    """The checkpoint, a tile or an entry bundle of a log that the asker may read."""
    if path == "checkpoint":
        return Answer(200, latest(log).note.encode(), headers=_caching(log, NEVER_KEPT))
    address = parse_path(path)
    body = _stored(log, address) if address else None
    if address is None or body is None:
        return plain(404, "The log has no such file, or has not grown so far.")
    headers = _caching(log, KEPT_FOR_EVER)
    if address.level is None:
        headers["vary"] = "accept-encoding"
        if packed:
            return Answer(200, gzip.compress(body, 1), BYTES, {**headers, "content-encoding": "gzip"})
    return Answer(200, body, BYTES, headers)


def _stored(log: Log, address: Address) -> bytes | None:
    if address.level is not None:
        return tile_bytes(log, address.level, address.index, address.width)
    if address.index * WIDTH + address.width > latest(log).size:
        return None
    return entry_bundle(log, address.index, address.width)


def _caching(log: Log, how: str) -> dict[str, str]:
    return {"cache-control": f"{'public' if log.public else 'private'}, {how}"}


def _takes_gzip(scope: Scope) -> bool:
    return any(name == b"accept-encoding" and b"gzip" in value for name, value in scope["headers"])
