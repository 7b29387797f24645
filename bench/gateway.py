"""Governed reads a second, against the same handler without governance and against an empty answer.

Run ``python bench/gateway.py`` for SQLite, and ``tools/with-postgres python bench/gateway.py`` for PostgreSQL. All
three run on granian with the same workers, side by side and pressed in turn, over the same table of rows; the median
of the rounds counts. CPU is that of the server's processes. Governed means all of it: token, grant, volume and the
durable leaf. Without governance the request is read, routed and answered by the same code, the row found, projected
and masked in the same way, and its digest and correlation stand in the same headers.
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
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from banyan.site import environment

FOLDER = tempfile.TemporaryDirectory()
os.environ[environment.HOME.name] = os.environ.get(environment.HOME.name) or FOLDER.name
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "banyan.site.settings")
sys.path.insert(0, str(environment.CHECKOUT))

import django

django.setup()

import httpx
from django.core.management import call_command
from django.db import connection

from banyan.exchange.gateway.assertions import TYPE
from banyan.exchange.gateway.gateway import Gateway, Worker
from banyan.exchange.gateway.problems import Problem
from banyan.exchange.gateway.reading import Reading
from banyan.exchange.gateway.request import Request
from banyan.exchange.gateway.rows import delivery, shown
from banyan.exchange.tests.factories import HERE, assertion, make_exchange, person
from banyan.ledger.asgi import Answer, Receive, Scope, Send, live, send_answer

GATEWAY = "banyan.exchange.gateway.app:application"
ROUNDS = 3


class Ungoverned(Gateway):
    """The gateway with a handler that lets everybody read and records nothing."""

    async def open(self) -> Worker:
        worker = await super().open()
        worker.reading = Unjudged(**vars_of(worker.reading))
        return worker


class Unjudged(Reading):
    """The same row by the same way, projected and masked as the first grant says, without asking who reads."""

    async def row(self, request: Request, resource: int, key: str) -> Answer:
        grant = next(iter(self.book.grants.values()))
        found = await self.shelf.row(grant.resource.load or 0, key)
        if found is None:
            raise Problem("no_such_row")
        row = shown(found[1], grant)
        ready = delivery({"resource": resource, "version": grant.resource.version, "row": row})
        headers = {
            "content-digest": ready.content_digest,
            "x-banyan-correlation": request.correlation,
            "cache-control": "no-store",
        }
        return Answer(200, ready.body, "application/json", headers)


def vars_of(reading: Reading) -> dict[str, Any]:
    return {field.name: getattr(reading, field.name) for field in fields(Reading)}


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan":
        await live(receive, send)
        return
    await send_answer(send, Answer(200, b"{}", "application/json"))


ungoverned = Ungoverned()


@dataclass(frozen=True)
class Seen:
    """What one round saw: answers a second, times in milliseconds, and the server's CPU in microseconds each."""

    rate: float
    p50: float
    p99: float
    cpu: float


@dataclass(frozen=True)
class Served:
    """An application on its port, with the requests that it is pressed with."""

    name: str
    port: int
    server: int
    requests: Sequence[bytes]


@contextmanager
def serving(application: str, port: int, workers: int) -> Iterator[int]:
    """The application on granian; gives the number of its first process."""
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--no-ws", "--no-log"]
    where = ["--port", str(port), "--workers", str(workers), application]
    paths = {"PYTHONPATH": f"{environment.CHECKOUT}:{environment.CHECKOUT / 'bench'}"}
    server = subprocess.Popen([*command, *where], env=os.environ | paths)
    try:
        for _ in range(300):
            with suppress(httpx.HTTPError):
                httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=5)
                break
            time.sleep(0.1)
        yield server.pid
    finally:
        server.terminate()
        server.wait()


def cpu_of(server: int) -> float:
    """The CPU seconds that a process and its children have used so far (proc(5))."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            if server in {int(stat.parent.name), int(fields[1])}:
                ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


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


async def press(one: Served, connections_: int, seconds: float) -> Seen:
    """Ask an application for some seconds over so many connections."""
    took: list[float] = []
    wrong: list[bytes] = []
    before, end = cpu_of(one.server), time.perf_counter() + seconds
    await asyncio.gather(*(caller(one.port, one.requests, end, took, wrong) for _ in range(connections_)))
    if wrong:
        raise SystemExit(f"{len(wrong)} answers were not 200: {wrong[0].decode()}")
    cuts = statistics.quantiles(took, n=100)
    cpu = (cpu_of(one.server) - before) / len(took) * 1_000_000
    return Seen(len(took) / seconds, cuts[49] * 1_000, cuts[98] * 1_000, cpu)


def requests_of(path: str, keys: Sequence[str], bearer: str = "") -> list[bytes]:
    headers = f"Host: 127.0.0.1\r\n{bearer}\r\n"
    return [f"GET {path}/{key} HTTP/1.1\r\n{headers}".encode() for key in keys]


def free_port() -> int:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def compare(all_served: Sequence[Served], connections_: int, seconds: float) -> None:
    """Press each in turn, several rounds, and print the medians and their ratios."""
    rounds: dict[str, list[Seen]] = {one.name: [] for one in all_served}
    for number in range(ROUNDS + 1):
        for one in all_served:
            seen = asyncio.run(press(one, connections_, seconds if number else 1))
            rounds[one.name] += [seen] if number else []
    middle = {name: median(seen) for name, seen in rounds.items()}
    for name, seen in middle.items():
        print(
            f"{name:12}{connections_:3} connections {seen.rate:8,.0f} a second   p50 {seen.p50:6.2f} ms"
            f"   p99 {seen.p99:6.2f} ms   {seen.cpu:5.0f} us CPU"
        )
    empty, free, held = middle.values()
    print(
        f"  governed / ungoverned {held.rate / free.rate:.2f}, governed / empty {held.rate / empty.rate:.2f};"
        f" governance costs {held.cpu - free.cpu:.0f} us CPU a read, {held.cpu / free.cpu:.1f} times in all"
    )


def median(seen: Sequence[Seen]) -> Seen:
    return Seen(*(statistics.median(getattr(one, field.name) for one in seen) for field in fields(Seen)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--connections", type=int, nargs="+", default=[32, 1])
    options = parser.parse_args()
    port, free, bare = free_port(), free_port(), free_port()
    url = f"http://127.0.0.1:{port}"
    os.environ[environment.GATEWAY_URL.name] = url
    call_command("migrate", verbosity=0)
    exchange = make_exchange(rows=(person(n, HERE) for n in range(options.rows)), volume=1_000_000)
    keys = [person(n, HERE).number for n in random.sample(range(options.rows), min(options.rows, 5_000))]
    path = f"/resources/{exchange.resource.pk}/rows"
    connection.close()
    print(f"{options.rows:,} rows on {connection.vendor}, {options.workers} worker(s) each", flush=True)
    with (
        serving("gateway:echo", bare, options.workers) as empty,
        serving("gateway:ungoverned", free, options.workers) as ungoverned_server,
        serving(GATEWAY, port, options.workers) as governed,
    ):
        form = {"grant_type": "client_credentials", "client_assertion_type": TYPE}
        given = httpx.post(f"{url}/token", data={**form, "client_assertion": assertion(exchange, url)})
        bearer = f"Authorization: Bearer {given.raise_for_status().json()['access_token']}\r\n"
        all_served = (
            Served("empty", bare, empty, requests_of(path, keys)),
            Served("ungoverned", free, ungoverned_server, requests_of(path, keys)),
            Served("governed", port, governed, requests_of(path, keys, bearer)),
        )
        for many in options.connections:
            compare(all_served, many, options.seconds)


if __name__ == "__main__":
    main()
