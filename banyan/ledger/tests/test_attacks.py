"""Attacks on a running province: its database file is opened with sqlite3, the provider verifies over HTTP."""

import os
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import httpx
import pytest

from banyan.ledger.tests.verifying import Verdict, verify_log

ENVIRONMENT = {"DJANGO_SETTINGS_MODULE": "banyan.ledger.tests.settings"}
EDIT = "UPDATE ledger_leaf SET data = '{}' WHERE position = 17 AND log_id = 1"  # the log acts is opened first


@dataclass(frozen=True)
class Province:
    """A ledger with its log server, and the folder of a provider who took the key when all was well."""

    home: Path
    address: str
    mine: Path

    @property
    def database(self) -> Path:
        return self.home / "banyan.sqlite3"

    def write(self, count: int) -> None:
        run_province(self.home, "write", count)

    def tamper(self, *statements: str) -> None:
        with closing(sqlite3.connect(self.database)) as database:
            triggers = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
            for statement in [*(f"DROP TRIGGER {name}" for (name,) in triggers), *statements]:
                database.execute(statement)
            database.commit()

    def verify(self) -> Verdict:
        vkey = (self.mine / "acts.vkey").read_text().strip()
        return verify_log(self.address, vkey, self.mine, "--state", self.mine / "state")


def run_province(home: Path, *arguments: object) -> None:
    command = [sys.executable, "-m", "banyan.ledger.tests.province", *map(str, arguments)]
    subprocess.run(command, env=os.environ | ENVIRONMENT | {"BANYAN_HOME": str(home)}, check=True, timeout=60)


def copy_database(source: Path, target: Path) -> None:
    """Put one database in the place of another, also while it is in use."""
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)


def free_port() -> int:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A log of 300 entries behind a real server: its home and its address."""
    home = tmp_path_factory.mktemp("province")
    run_province(home, "write", 300)
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--port", str(port), "--no-log"]
    server = subprocess.Popen(
        [*command, "banyan.ledger.tests.province:application"],
        env=os.environ | ENVIRONMENT | {"BANYAN_HOME": str(home)},
    )
    address = f"http://127.0.0.1:{port}/log/acts"
    wait_for(address)
    yield home, address
    server.terminate()
    server.wait(timeout=20)


def wait_for(address: str) -> None:
    for _ in range(200):
        try:
            httpx.get(f"{address}/checkpoint").raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"The log server did not answer at {address}.")


@pytest.fixture
def province(served: tuple[Path, str], tmp_path: Path) -> Iterator[Province]:
    """The log verified once at 300 entries; afterwards its database is put back as it was."""
    home, address = served
    copy_database(home / "banyan.sqlite3", tmp_path / "healthy.sqlite3")
    (tmp_path / "acts.vkey").write_bytes(httpx.get(f"{address}/vkey").content)
    province = Province(home, address, tmp_path)
    assert province.verify().code == 0
    yield province
    copy_database(tmp_path / "healthy.sqlite3", province.database)


def test_a_log_that_only_grew_stays_whole(province: Province) -> None:
    province.write(20)
    verdict = province.verify()
    assert (verdict.code, verdict.findings["seen"], verdict.findings["size"]) == (0, 300, 320)


def test_two_processes_that_write_and_sign_at_once_keep_it_whole(province: Province) -> None:
    writers = [Thread(target=province.write, args=[200]) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    verdict = province.verify()
    assert (verdict.code, verdict.findings["size"]) == (0, 700)


def test_editing_an_entry_is_caught(province: Province) -> None:
    province.tamper(EDIT)
    verdict = province.verify()
    assert (verdict.code, verdict.kinds) == (1, ["edited"])
    assert "Entry 17 was edited" in verdict.says


def test_deleting_the_newest_entry_is_caught(province: Province) -> None:
    province.tamper("DELETE FROM ledger_leaf WHERE position = 299 AND log_id = 1")
    verdict = province.verify()
    assert (verdict.code, verdict.kinds) == (1, ["removed"])
    assert "Entry 299 was removed" in verdict.says


def test_changing_the_signed_size_is_caught(province: Province) -> None:
    province.tamper("UPDATE ledger_checkpoint SET note = replace(note, '300', '299') WHERE log_id = 1")
    assert (province.verify().code, province.verify().kinds) == (1, ["signature"])


def test_withholding_hash_tiles_is_caught(province: Province) -> None:
    province.tamper("DELETE FROM ledger_tile WHERE log_id = 1")
    verdict = province.verify()
    assert (verdict.code, set(verdict.kinds)) == (1, {"missing"})


def test_truncating_the_log_and_its_checkpoints_is_caught(province: Province) -> None:
    province.tamper("DELETE FROM ledger_checkpoint WHERE size = 300 AND log_id = 1")
    verdict = province.verify()
    assert (verdict.code, verdict.kinds) == (1, ["truncated"])
    assert "had 300 entries" in verdict.says


def test_taking_every_checkpoint_away_is_caught(province: Province) -> None:
    province.tamper("DELETE FROM ledger_checkpoint")
    verdict = province.verify()
    assert (verdict.code, verdict.kinds) == (1, ["checkpoint"])


def test_putting_an_old_backup_back_is_caught(province: Province) -> None:
    province.write(20)
    assert province.verify().code == 0
    copy_database(province.mine / "healthy.sqlite3", province.database)
    assert (province.verify().code, province.verify().kinds) == (1, ["rolled_back"])
    province.write(70)
    assert (province.verify().code, province.verify().kinds) == (1, ["rewritten"])


def test_rewriting_and_signing_anew_is_caught(province: Province) -> None:
    province.tamper(EDIT)
    run_province(province.home, "resign")
    assert (province.verify().code, province.verify().kinds) == (1, ["forked"])
    province.write(1)
    assert (province.verify().code, province.verify().kinds) == (1, ["rewritten"])
