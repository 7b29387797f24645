"""The little of ASGI that the log server and the witness need."""

from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

TEXT = "text/plain; charset=utf-8"
BYTES = "application/octet-stream"


@dataclass(frozen=True)
class Answer:
    """One HTTP answer (应答), whole in memory."""

    status: int
    body: bytes
    kind: str = TEXT
    headers: dict[str, str] = field(default_factory=dict)


def plain(status: int, sentence: str) -> Answer:
    """An answer that is one sentence."""
    return Answer(status, f"{sentence}\n".encode())


async def send_answer(send: Send, answer: Answer, *, with_body: bool = True) -> None:
    """Send the answer; HEAD gets it without the body."""
    headers = {
        "content-type": answer.kind,
        "content-length": str(len(answer.body)),
        "x-content-type-options": "nosniff",
        **answer.headers,
    }
    lines = [(name.encode(), value.encode()) for name, value in headers.items()]
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
