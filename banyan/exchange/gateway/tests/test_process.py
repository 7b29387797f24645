"""The gateway as a process of its own: two of them share one volume, and the example reads from one."""

import asyncio
import hashlib
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from django.db import connection

from banyan.exchange.gateway.assertions import TYPE
from banyan.exchange.logs import log_name
from banyan.exchange.models import ReadSubject, Use
from banyan.exchange.reads import reads
from banyan.exchange.tests.factories import assertion, make_exchange, people
from banyan.kit.canonical import salted_digest
from banyan.ledger.models import Leaf

WAIT_SECONDS = 60
ANSWERS_BEFORE_THE_CRASH = 100
Server = subprocess.Popen[bytes]
EXAMPLE = Path(__file__).parents[4] / "examples" / "consumer.py"


def database_url() -> str:
    """The address of the test's database; empty for SQLite, which lies in the home."""
    if connection.vendor == "sqlite":
        return ""
    at = connection.settings_dict
    return f"postgresql://{at['USER']}@{quote(at['HOST'], safe='')}:{at['PORT'] or 5432}/{at['NAME']}"


@contextmanager
def gateway(port: int, environment: dict[str, str]) -> Iterator[Server]:
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--no-ws", "--no-log"]
    server = subprocess.Popen(
        [*command, "--port", str(port), "banyan.exchange.gateway.app:application"],
        env=os.environ | environment,
        start_new_session=True,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", server)
        yield server
    finally:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(WAIT_SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


@pytest.fixture
def addresses(database: None, home: Path) -> Iterator[tuple[str, str]]:
    """Two gateways on free ports that share a home, a database and an issuer."""
    with closing(socket.socket()) as one, closing(socket.socket()) as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        ports = one.getsockname()[1], two.getsockname()[1]
    first, second = (f"http://127.0.0.1:{port}" for port in ports)
    own = surroundings(home, first)
    with gateway(ports[0], own), gateway(ports[1], own):
        yield first, second


def surroundings(home: Path, address: str) -> dict[str, str]:
    return {"BANYAN_HOME": str(home), "BANYAN_GATEWAY_URL": address, "BANYAN_DATABASE_URL": database_url()}


def wait_for(url: str, server: Server) -> None:
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            if httpx.get(url).status_code == 200:
                return
        except httpx.HTTPError:
            time.sleep(0.1)
    pytest.fail("The gateway did not come up.")


async def crowd(urls: tuple[str, str], token: str, many: int) -> list[httpx.Response]:
    """Many readers at once, half of them at each gateway."""
    limits = httpx.Limits(max_connections=many)
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(timeout=WAIT_SECONDS, limits=limits, headers=headers) as web:
        return list(await asyncio.gather(*(web.get(urls[n % 2]) for n in range(many))))


def ask_token(address: str, proof: str) -> httpx.Response:
    form = {"grant_type": "client_credentials", "client_assertion_type": TYPE, "client_assertion": proof}
    return httpx.post(f"{address}/token", data=form)


async def until_killed(url: str, token: str, server: Server) -> dict[str, str]:
    """The digests of what eight readers got, by correlation, from a gateway that is killed between two answers."""
    got: dict[str, str] = {}

    async def reader(web: httpx.AsyncClient) -> None:
        with suppress(httpx.TransportError):
            while True:
                answer = await web.get(url)
                got[answer.headers["x-banyan-correlation"]] = hashlib.sha256(answer.content).hexdigest()
                if len(got) == ANSWERS_BEFORE_THE_CRASH:
                    os.killpg(server.pid, signal.SIGKILL)

    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(timeout=WAIT_SECONDS, headers=headers) as web:
        await asyncio.gather(*(reader(web) for _ in range(8)))
    return got


@pytest.mark.norm("32.2-a")
def test_whatever_was_delivered_before_a_crash_is_recorded(database: None, home: Path) -> None:
    exchange = make_exchange(volume=100_000)
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    with gateway(port, surroundings(home, address)) as server:
        token = ask_token(address, assertion(exchange, address)).json()["access_token"]
        url = f"{address}/resources/{exchange.resource.pk}/rows/{people()[0].number}"
        got = asyncio.run(until_killed(url, token, server))
    found = Leaf.objects.filter(log__name=log_name(exchange.provider)).values_list("data", flat=True)
    leaves = {leaf["correlation"]: leaf for leaf in (json.loads(bytes(data)) for data in found)}
    assert len(got) >= ANSWERS_BEFORE_THE_CRASH
    salts = dict(ReadSubject.objects.values_list("read_id", "salt"))
    assert {name: leaves[name]["answer"] for name in got} == {
        name: salted_digest(f"sha256:{digest}", bytes(salts[name])) for name, digest in got.items()
    }
    assert Use.objects.get(grant=exchange.grant).reads == len(leaves)
    assert set(ReadSubject.objects.values_list("read_id", flat=True)) == set(leaves)


def test_two_gateways_deliver_exactly_the_daily_volume(addresses: tuple[str, str], home: Path) -> None:
    exchange = make_exchange(volume=60)
    proof = assertion(exchange, addresses[0])
    given = ask_token(addresses[0], proof)
    assert given.status_code == 200, given.text
    path = f"/resources/{exchange.resource.pk}/rows/{people()[0].number}"
    urls = (f"{addresses[0]}{path}", f"{addresses[1]}{path}")
    answers = asyncio.run(crowd(urls, given.json()["access_token"], 100))
    assert sorted(one.status_code for one in answers) == [200] * 60 + [429] * 40
    assert Use.objects.get(grant=exchange.grant).reads == 60
    assert len(reads(exchange.provider, limit=200)) == 100
    again = ask_token(addresses[1], proof)
    assert again.json()["error"] == "invalid_client"
    key = home / "keys" / "gateway.pem"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_the_example_reads_with_the_credentials_of_the_demo(
    addresses: tuple[str, str], tmp_path: Path
) -> None:
    address, exchange = addresses[0], make_exchange()
    key, told = tmp_path / "key.pem", tmp_path / "credentials.json"
    key.write_bytes(exchange.key.as_pem(private=True))
    url = f"{address}/resources/{exchange.resource.pk}"
    granted = {"grant": exchange.grant.pk, "url": url, "key": people()[0].number}
    consumer = {
        "client_id": exchange.system.client_id,
        "private_key": str(key),
        "token_url": f"{address}/token",
        "grants": [granted],
    }
    told.write_text(json.dumps({"consumers": [consumer]}))
    ran = subprocess.run([sys.executable, EXAMPLE, told], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert people()[0].name in ran.stdout
    assert reads(exchange.provider)[0].case == "DEMO-1"
