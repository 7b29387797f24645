"""Call an ASGI application without a server: for the log server's answers, and for witnesses behind httpx."""

import asyncio
from typing import Any

import httpx

from banyan.ledger.asgi import Message, Receive, Scope, Send


def scope_of(path: str, method: str = "GET", **headers: str) -> Scope:
    lines = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return {"type": "http", "method": method, "path": path, "headers": lines}


class Calls(httpx.BaseTransport):
    """Hands the requests of an httpx client to applications, by host; an unknown host cannot be reached."""

    def __init__(self, **applications: Any) -> None:
        self.applications = applications

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.host not in self.applications:
            raise httpx.ConnectError("connection refused", request=request)
        scope = scope_of(request.url.path, request.method)
        return call(self.applications[request.url.host], scope, request.read())


def call(application: Any, scope: Scope, body: bytes = b"") -> httpx.Response:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(_run(application, scope, receive, send))
    start, content = sent
    return httpx.Response(start["status"], headers=start["headers"], content=content["body"])


async def _run(application: Any, scope: Scope, receive: Receive, send: Send) -> None:
    await application(scope, receive, send)
