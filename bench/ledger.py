"""The ledger: entries written, sequenced, proved, exported, served and verified, each a second.

Run ``python bench/ledger.py`` for SQLite, and ``tools/with-postgres python bench/ledger.py`` for PostgreSQL. An
entry has 600 bytes, as that of a read has. SQLite is forced to disk with every commit (synchronous=FULL).
"""

import argparse
import json
import os
import secrets
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import django
import httpx
from django.conf import settings

from banyan.site import environment

FOLDER = tempfile.TemporaryDirectory()
HOME = Path(FOLDER.name)
os.environ[environment.HOME.name] = FOLDER.name
settings.configure(
    BANYAN_HOME=HOME,
    BANYAN_PUBLIC_URL="https://bench.example",
    INSTALLED_APPS=["banyan.ledger"],
    DATABASES={"default": environment.database()},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=True,
)
django.setup()

from django.core.management import call_command
from django.db import connection, transaction

from banyan.ledger.export import export
from banyan.ledger.models import Log
from banyan.ledger.proofs import inclusion_proof
from banyan.ledger.queries import latest, open_log
from banyan.ledger.sequence import sequence
from banyan.ledger.verify import __file__ as verifier
from banyan.ledger.write import INSERT_SQL, append

SERVED = "banyan.ledger.tests.province:application"
GATHERED = 64


def entry() -> bytes:
    names = ("answer", "consumer", "grant", "proof", "purpose", "query", "request")
    return json.dumps({"rows": 1, **{name: secrets.token_hex(32) for name in names}}).encode()


def rate(name: str, many: int, work: Callable[[], object]) -> None:
    start = time.perf_counter()
    work()
    took = time.perf_counter() - start
    print(f"{name:58}{many / took:10,.0f} a second {took:8.2f} s", flush=True)


def write_each(log: Log, entries: list[bytes]) -> None:
    for data in entries:
        with transaction.atomic():
            append(log.pk, data)


def write_all(log: Log, entries: list[bytes]) -> None:
    with transaction.atomic():
        for data in entries:
            append(log.pk, data)


def write_gathered(log: Log, entries: list[bytes]) -> None:
    """As the gateway does: its own connection, one commit for all that arrived meanwhile."""
    with closing(sqlite3.connect(HOME / "banyan.sqlite3")) as own:
        own.execute("PRAGMA synchronous = FULL")
        for start in range(0, len(entries), GATHERED):
            with own:
                own.executemany(
                    INSERT_SQL["sqlite"], [(log.pk, data) for data in entries[start : start + GATHERED]]
                )


def sequence_everything(log: Log) -> None:
    held = []
    start = time.perf_counter()
    while sequence(log):
        now = time.perf_counter()
        held.append(now - start)
        start = now
    median, longest = statistics.median(held) * 1_000, max(held) * 1_000
    print(f"{'  a batch holds the lock, median and longest':58}{median:10.0f} ms {longest:11.0f} ms")


def prove(log: Log, many: int) -> None:
    size = latest(log).size
    for _ in range(many):
        inclusion_proof(log, secrets.randbelow(size))


def verify(place: object, log: Log) -> None:
    key = HOME / "trusted"
    key.write_text(log.vkey)
    command = [sys.executable, "-I", "-S", verifier, str(place), "--vkey", str(key)]
    subprocess.run(command, capture_output=True, check=True)


@contextmanager
def serving() -> Iterator[str]:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "asgi",
        "--port",
        str(port),
        "--no-log",
        SERVED,
    ]
    own = {"DJANGO_SETTINGS_MODULE": "banyan.ledger.tests.settings"}
    server = subprocess.Popen(command, env=os.environ | own)
    address = f"http://127.0.0.1:{port}/log/acts"
    for _ in range(100):
        try:
            httpx.get(f"{address}/checkpoint").raise_for_status()
            break
        except httpx.HTTPError:
            time.sleep(0.1)
    yield address
    server.terminate()
    server.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=200_000)
    many = parser.parse_args().entries
    call_command("migrate", verbosity=0)
    log = open_log("acts", kind="acts", title="bench", public=True)
    entries = [entry() for _ in range(many)]
    few = entries[: many // 100]
    print(f"{many:,} entries of {len(entries[0])} bytes on {connection.vendor}")
    rate("written, one transaction each", len(few), lambda: write_each(log, few))
    if connection.vendor == "sqlite":
        rate(
            f"written by another process, {GATHERED} a transaction",
            len(few),
            lambda: write_gathered(log, few),
        )
    rate("written in one transaction", many, lambda: write_all(log, entries))
    rate("sequenced", many, lambda: sequence_everything(log))
    size = latest(log).size
    rate("proved", 500, lambda: prove(log, 500))
    rate("exported", size, lambda: export(log, HOME / "log"))
    rate("verified from a folder", size, lambda: verify(HOME / "log", log))
    if connection.vendor == "sqlite":
        with serving() as address:
            rate("verified over HTTP", size, lambda: verify(address, log))
    connection.close()


if __name__ == "__main__":
    main()
