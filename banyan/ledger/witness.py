"""A witness: cosigns the checkpoints of logs it knows, and only such as grew from the last one (C2SP tlog-witness)."""

import asyncio
import base64
import re
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from banyan.ledger.asgi import Answer, Receive, Scope, Send, live, plain, read_body, send_answer
from banyan.ledger.keys import make_key
from banyan.ledger.note import (
    COSIGNATURE,
    LARGEST_NOTE,
    Note,
    NoteFault,
    SigningKey,
    TreeHead,
    VerifierKey,
    parse_head,
    parse_note,
    parse_verifier_key,
)
from banyan.ledger.tree import EMPTY_ROOT, verify_consistency

MOST_PROOF_LINES = 63
LARGEST_REQUEST = LARGEST_NOTE + 4096
SIZE = "text/x.tlog.size"
_OLD = re.compile("old (0|[1-9][0-9]{0,18})")
TABLES = """
CREATE TABLE IF NOT EXISTS seen (origin TEXT PRIMARY KEY, size INTEGER NOT NULL, root BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS contradiction (at INTEGER NOT NULL, origin TEXT NOT NULL, request BLOB NOT NULL);
"""


@dataclass(frozen=True)
class Request:
    """What a log asks (会签请求): the size it believes the witness has, the proof, the signed checkpoint."""

    old: int
    proof: tuple[bytes, ...]
    note: Note
    head: TreeHead


def parse_request(body: bytes) -> Request:
    """Read the body of add-checkpoint; `NoteFault` or ValueError when it is not of the right form."""
    start, _, note = body.decode().partition("\n\n")
    first, *lines = start.split("\n")
    size = _OLD.fullmatch(first)
    proof = tuple(base64.b64decode(line, validate=True) for line in lines)
    if size is None or len(proof) > MOST_PROOF_LINES:
        raise ValueError("the first line must be «old» and a size, then at most 63 hashes")
    if any(len(line) != len(EMPTY_ROOT) for line in proof):
        raise ValueError("every line of the proof must be one hash in base64")
    parsed = parse_note(note)
    return Request(int(size[1]), proof, parsed, parse_head(parsed.text))


class Witness:
    """An ASGI application with ``POST /add-checkpoint`` and ``GET /vkey`` (见证方).

    ``state`` is its own SQLite file; what it has cosigned is on disk before it answers. A signed checkpoint that
    contradicts it is kept there as evidence. Belongs into another trust domain than the logs it watches.
    """

    def __init__(
        self,
        key: SigningKey,
        logs: Iterable[VerifierKey],
        state: Path,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.key = key
        self.logs = {log.name: log for log in logs}
        self.state = state
        self.clock = clock
        with closing(self._connect()) as database:
            database.executescript(TABLES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await live(receive, send)
            return
        place = (scope["method"], scope["path"])
        if place == ("GET", "/vkey"):
            answer = plain(200, str(self.key.verifier))
        elif place == ("POST", "/add-checkpoint"):
            body = await read_body(receive, LARGEST_REQUEST)
            answer = await asyncio.to_thread(self.add_checkpoint, body)
        else:
            answer = plain(404, "A witness answers POST /add-checkpoint and GET /vkey.")
        await send_answer(send, answer)

    def add_checkpoint(self, body: bytes | None) -> Answer:
        """Cosign the checkpoint in this request, or say why not."""
        if body is None:
            return plain(413, "The request is too long.")
        try:
            request = parse_request(body)
        except (NoteFault, ValueError) as error:
            return plain(400, f"The request is not of the right form: {error}")
        log = self.logs.get(request.head.origin)
        if log is None:
            return plain(404, "This witness does not know the log.")
        if not request.note.signed_by(log):
            return plain(403, "The checkpoint is not signed with the key this witness knows.")
        if request.old > request.head.size:
            return plain(400, "The old size is larger than the checkpoint.")
        return self._cosign(request, body)

    def _cosign(self, request: Request, body: bytes) -> Answer:
        """Compare with the last checkpoint seen and remember this one, in one transaction."""
        head, now = request.head, int(self.clock())
        with closing(self._connect()) as database:
            database.execute("BEGIN IMMEDIATE")
            seen = database.execute("SELECT size, root FROM seen WHERE origin = ?", [head.origin]).fetchone()
            size, root = seen or (0, EMPTY_ROOT)
            if size != request.old:
                return Answer(409, f"{size}\n".encode(), SIZE)
            if not verify_consistency(size, root, head.size, head.root, request.proof):
                database.execute("INSERT INTO contradiction VALUES (?, ?, ?)", [now, head.origin, body])
                database.execute("COMMIT")
                forked = size == head.size and root != head.root
                return (
                    Answer(409, f"{size}\n".encode(), SIZE) if forked else plain(422, "The proof is false.")
                )
            database.execute(
                "INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", [head.origin, head.size, head.root]
            )
            database.execute("COMMIT")
        return Answer(200, self.key.cosign(request.note.text, now).encode())

    def _connect(self) -> sqlite3.Connection:
        database = sqlite3.connect(self.state, isolation_level=None, timeout=20)
        database.execute("PRAGMA synchronous = FULL")
        return database


def open_witness(folder: Path, *, name: str) -> Witness:
    """The witness that lives in this folder: its key (made when missing), its state, and ``logs``.

    ``logs`` holds the verification keys of the logs it watches, one a line.
    """
    key = make_key(folder / "witness.key", name, COSIGNATURE)
    known = folder / "logs"
    lines = known.read_text().splitlines() if known.exists() else []
    return Witness(key, map(parse_verifier_key, filter(str.strip, lines)), folder / "witness.sqlite3")
