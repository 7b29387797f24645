"""The gateway as a process of its own: two of them share one volume, and the example reads from one."""

import asyncio
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from django.db import connection

from banyan.exchange.gateway.assertions import TYPE
from banyan.exchange.models import Use
from banyan.exchange.reads import reads
from banyan.exchange.tests.factories import assertion, make_exchange, people

WAIT_SECONDS = 60
EXAMPLE = Path(__file__).parents[4] / "examples" / "consumer.py"


def database_url() -> str:
    """The address of the test's database; empty for SQLite, which lies in the home."""
    if connection.vendor == "sqlite":
        return ""
    at = connection.settings_dict
    return f"postgresql://{at['USER']}@{quote(at['HOST'], safe='')}:{at['PORT'] or 5432}/{at['NAME']}"


@contextmanager
def gateway(port: int, environment: dict[str, str]) -> Iterator[None]:
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--no-ws", "--no-log"]
    server = subprocess.Popen(
        [*command, "--port", str(port), "banyan.exchange.gateway.app:application"],
        env=os.environ | environment,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", server)
        yield
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
    own = {"BANYAN_HOME": str(home), "BANYAN_GATEWAY_URL": first, "BANYAN_DATABASE_URL": database_url()}
    with gateway(ports[0], own), gateway(ports[1], own):
        yield first, second


def wait_for(url: str, server: "subprocess.Popen[bytes]") -> None:
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


def test_two_gateways_deliver_exactly_the_daily_volume(addresses: tuple[str, str], home: Path) -> None:
    exchange = make_exchange(volume=60)
    form = {"grant_type": "client_credentials", "client_assertion_type": TYPE}
    proof = assertion(exchange, addresses[0])
    given = httpx.post(f"{addresses[0]}/token", data={**form, "client_assertion": proof})
    assert given.status_code == 200, given.text
    path = f"/resources/{exchange.resource.pk}/rows/{people()[0].number}"
    urls = (f"{addresses[0]}{path}", f"{addresses[1]}{path}")
    answers = asyncio.run(crowd(urls, given.json()["access_token"], 100))
    assert sorted(one.status_code for one in answers) == [200] * 60 + [429] * 40
    assert Use.objects.get(grant=exchange.grant).reads == 60
    assert len(reads(exchange.provider, limit=200)) == 100
    again = httpx.post(f"{addresses[1]}/token", data={**form, "client_assertion": proof})
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
