"""A demo province that runs: loaded once for all test processes, then served from a copy."""

import fcntl
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

ANSWERS_WITHIN = 120.0
BANYAN = [sys.executable, "-c", "from banyan.site.cli import main; main()"]


class Demo:
    """The demo of one folder: its commands and its addresses (演示省)."""

    def __init__(self, home: Path) -> None:
        desk, gateway = _free_ports()
        self.home = home
        self.desk, self.gateway = f"http://127.0.0.1:{desk}", f"http://127.0.0.1:{gateway}"
        ports = {"PORT": str(desk), "BANYAN_GATEWAY_PORT": str(gateway)}
        self.environment = {**os.environ, **ports, "BANYAN_HOME": str(home), "BANYAN_DATABASE_URL": ""}

    def run(self, *words: str, **more: str) -> str:
        """What ``banyan demo …`` prints; the test fails when it fails."""
        command = [*BANYAN, "demo", *words]
        done = subprocess.run(
            command, env=self.environment | more, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    @contextmanager
    def serving(self) -> Iterator["Demo"]:
        """Serve for as long as the block lasts."""
        with (self.home / "server.log").open("wb") as log:
            process = subprocess.Popen([*BANYAN, "demo"], env=self.environment, stdout=log, stderr=log)
            try:
                self._await(process)
                yield self
            finally:
                process.terminate()
                process.wait()

    def credentials(self) -> dict[str, Any]:
        """The accounts of the demo by user name."""
        kept = json.loads((self.home / "demo-credentials.json").read_text(encoding="utf-8"))
        return {one["user_name"]: one for one in kept["officers"]}

    def _await(self, process: "subprocess.Popen[bytes]") -> None:
        end = time.monotonic() + ANSWERS_WITHIN
        while not all(_answers(f"{address}/healthz") for address in (self.desk, self.gateway)):
            assert process.poll() is None, (self.home / "server.log").read_text()
            assert time.monotonic() < end, f"the demo did not answer within {ANSWERS_WITHIN:.0f} seconds"
            time.sleep(0.2)


def loaded(folder: Path) -> Path:
    """The home of a loaded demo in this folder; whichever process comes first loads it, the others wait.

    DEMO_HOME names one that is loaded already, so that a journey is tried again within seconds.
    """
    if ready := os.environ.get("DEMO_HOME"):
        return Path(ready)
    home, done = folder / "demo-province", folder / "demo-province-is-loaded"
    with (folder / "demo-province.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            Demo(home).run("--no-serve")
            done.touch()
    return home


def copied(home: Path, target: Path) -> Demo:
    """A demo of its own, as it was when it was loaded."""
    shutil.copytree(home, target)
    return Demo(target)


def _answers(address: str) -> bool:
    try:
        return httpx.get(address, timeout=2, trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]
