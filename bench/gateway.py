"""Governed reads a second, against the same read without governance and against an empty answer.

Run ``python bench/gateway.py`` for SQLite, and ``tools/with-postgres python bench/gateway.py`` for PostgreSQL. All
three run on granian with the same workers, one after the other, several rounds each, over the same table of rows; the
median of the rounds counts. Governed means all of it: token, grant, volume, projection, masking and the durable leaf.
"""


import argparse
import asyncio
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

from banyan.site import environment

FOLDER = tempfile.TemporaryDirectory()
os.environ[environment.HOME.name] = os.environ.get(environment.HOME.name) or FOLDER.name
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "banyan.site.settings")
sys.path.insert(0, str(environment.CHECKOUT))

import django

django.setup()

import httpx
from django.core.management import call_command
from django.db import connection, connections

from banyan.acts import clock
from banyan.exchange.gateway.assertions import TYPE
from banyan.exchange.gateway.grants import HeldGrant, read_grants
from banyan.exchange.gateway.lane import Lane
from banyan.exchange.gateway.rows import delivery, shown
from banyan.exchange.gateway.shelf import Shelf
from banyan.exchange.gateway.stores import open_store, reads_in_loop
from banyan.exchange.tests.factories import HERE, assertion, make_exchange, person
from banyan.ledger.asgi import Answer, Receive, Scope, Send, live, send_answer

GATEWAY = "banyan.exchange.gateway.app:application"
ROUNDS = 3


class Ungoverned:
    """The same rows by the same way, projected and masked, for whoever asks."""

    def __init__(self) -> None:
        self.shelf: Shelf | None = None
        self.grant: HeldGrant | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await live(receive, send)
            return
        if self.grant is None or self.shelf is None:
            self.grant = await asyncio.to_thread(_first_grant)
            self.shelf = Shelf(Lane(open_store()), open_store() if reads_in_loop() else None)
        found = await self.shelf.row(self.grant.resource.load or 0, scope["path"].rpartition("/")[2])
        row = shown(found[1], self.grant) if found else {}
        ready = delivery({"resource": self.grant.resource.pk, "version": 1, "row": row})
        await send_answer(send, Answer(200, ready.body, "application/json"))


def _first_grant() -> HeldGrant:
    try:
        return next(iter(read_grants().values()))
    finally:
        connections.close_all()


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan":
        await live(receive, send)
        return
    await send_answer(send, Answer(200, b"{}", "application/json"))


ungoverned = Ungoverned()


@dataclass
class Load:
    """What one connection count saw: answers a second and the 99th percentile in milliseconds."""

    rate: float
    p50: float
    p99: float


@contextmanager
def serving(application: str, port: int, workers: int) -> Iterator[None]:
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--no-ws", "--no-log"]
    where = ["--port", str(port), "--workers", str(workers), application]
    paths = {"PYTHONPATH": f"{environment.CHECKOUT}:{environment.CHECKOUT / 'bench'}"}
    server = subprocess.Popen([*command, *where], env=os.environ | paths)
    try:
        for _ in range(300):
            try:
                httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=5)
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait()


async def caller(
    port: int, requests: Sequence[bytes], end: float, took: list[float], wrong: list[bytes]
) -> None:
    """One keep-alive connection that asks again as soon as it is answered."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while time.perf_counter() < end:
        start = time.perf_counter()
        writer.write(random.choice(requests))
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
        await reader.readexactly(length)
        took.append(time.perf_counter() - start)
        if not head.startswith(b"HTTP/1.1 200"):
            wrong.append(head)
    writer.close()


async def press(port: int, requests: Sequence[bytes], connections_: int, seconds: float) -> Load:
    took: list[float] = []
    wrong: list[bytes] = []
    end = time.perf_counter() + seconds
    await asyncio.gather(*(caller(port, requests, end, took, wrong) for _ in range(connections_)))
    if wrong:
        raise SystemExit(f"{len(wrong)} answers were not 200: {wrong[0].decode()}")
    cuts = statistics.quantiles(took, n=100)
    return Load(len(took) / seconds, cuts[49] * 1_000, cuts[98] * 1_000)


def requests_of(path: str, keys: Sequence[str], bearer: str = "") -> list[bytes]:
    headers = f"Host: 127.0.0.1\r\n{bearer}\r\n"
    return [f"GET {path}/{key} HTTP/1.1\r\n{headers}".encode() for key in keys]


def free_port() -> int:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def measure(
    name: str, application: str, port: int, requests: Sequence[bytes], many: int, options: argparse.Namespace
) -> Load:
    with serving(application, port, options.workers):
        asyncio.run(press(port, requests, many, 1))
        rounds = [asyncio.run(press(port, requests, many, options.seconds)) for _ in range(ROUNDS)]
    best = sorted(rounds, key=lambda one: one.rate)[ROUNDS // 2]
    print(
        f"{name:12}{many:4} connections {best.rate:10,.0f} a second   p50 {best.p50:6.2f} ms   p99 {best.p99:6.2f} ms",
        flush=True,
    )
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=5)
    options = parser.parse_args()
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    os.environ[environment.GATEWAY_URL.name] = url
    call_command("migrate", verbosity=0)
    exchange = make_exchange(rows=(person(n, HERE) for n in range(options.rows)), volume=1_000_000)
    keys = [person(n, HERE).number for n in random.sample(range(options.rows), 5_000)]
    path = f"/resources/{exchange.resource.pk}/rows"
    connection.close()
    form = {"grant_type": "client_credentials", "client_assertion_type": TYPE}
    with serving(GATEWAY, port, options.workers):
        given = httpx.post(f"{url}/token", data={**form, "client_assertion": assertion(exchange, url)})
    bearer = f"Authorization: Bearer {given.raise_for_status().json()['access_token']}\r\n"
    print(f"{options.rows:,} rows on {connection.vendor}, {options.workers} worker(s), {clock.today()}")
    for many in (32, 1):
        bare = measure("empty", "gateway:echo", port, requests_of(path, keys), many, options)
        free = measure("ungoverned", "gateway:ungoverned", port, requests_of(path, keys), many, options)
        held = measure("governed", GATEWAY, port, requests_of(path, keys, bearer), many, options)
        print(
            f"  governed / ungoverned {held.rate / free.rate:.2f}, governed / empty {held.rate / bare.rate:.2f}"
        )


if __name__ == "__main__":
    main()
