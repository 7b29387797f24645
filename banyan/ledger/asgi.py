"""The little of ASGI that the log server and the witness need."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import msgspec

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

TEXT = "text/plain; charset=utf-8"
BYTES = "application/octet-stream"


class Answer(msgspec.Struct, frozen=True):
    """One HTTP answer (应答), whole in memory."""

    status: int
    body: bytes
    kind: str = TEXT
    headers: dict[str, str] = msgspec.field(default_factory=dict)


def plain(status: int, sentence: str) -> Answer:
    """An answer that is one sentence."""
    return Answer(status, f"{sentence}\n".encode())


async def send_answer(send: Send, answer: Answer, *, with_body: bool = True) -> None:
    """Send the answer; HEAD gets it without the body."""
    lines = [(name.encode(), value.encode()) for name, value in answer.headers.items()]
    lines += (
        (b"content-type", answer.kind.encode()),
        (b"content-length", b"%d" % len(answer.body)),
        (b"x-content-type-options", b"nosniff"),
    )
    await send({"type": "http.response.start", "status": answer.status, "headers": lines})
    await send({"type": "http.response.body", "body": answer.body if with_body else b""})


async def read_body(receive: Receive, limit: int) -> bytes | None:
    """The body of a request; None when it is longer than ``limit`` bytes or breaks off."""
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        if message["type"] == "http.disconnect" or len(body) > limit:
            return None
        more = message.get("more_body", False)
    return body


async def live(receive: Receive, send: Send) -> None:
    """Answer the server's start and stop, for an application that needs neither."""
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
