"""How long a newcomer waits: ``make run`` in a fresh clone until it is ready, and again, beside the installation alone.

Run ``python bench/setting_up.py``. What is committed is cloned into a temporary folder. The baseline, in the same run,
is what no Python project is spared: a virtual environment with everything that the lock file lists. Goals: 180 s the
first time and 10 s the second; ready means that ``GET /healthz`` answers 200.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path

import httpx

CHECKOUT = Path(__file__).parent.parent
LONGEST_SECONDS = 900
FIRST_GOAL, SECOND_GOAL = 180, 10
SHELL = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""A newcomer's shell lets Python keep what it has compiled."""


def free_port() -> int:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def installed(clone: Path) -> float:
    """Seconds for an environment with what the lock file lists; taken away again."""
    start = time.perf_counter()
    subprocess.run(["tools/venv", "requirements.lock"], cwd=clone, check=True)
    seconds = time.perf_counter() - start
    shutil.rmtree(clone / ".venv")
    return seconds


def ready(clone: Path, home: Path) -> float:
    """Seconds from ``make run`` until it is ready; it is stopped again as by Ctrl-C."""
    port = free_port()
    start = time.perf_counter()
    server = subprocess.Popen(
        ["make", "run"],
        cwd=clone,
        env=SHELL | {"PORT": str(port), "BANYAN_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while not answers(f"http://127.0.0.1:{port}/healthz"):
            if server.poll() is not None or time.perf_counter() - start > LONGEST_SECONDS:
                raise SystemExit("make run did not become ready.")
            time.sleep(0.1)
        return time.perf_counter() - start
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGINT)
        server.wait()


def answers(url: str) -> bool:
    with suppress(httpx.HTTPError):
        return httpx.get(url, timeout=2).status_code == httpx.codes.OK
    return False


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        clone, home = Path(folder) / "banyan", Path(folder) / "home"
        subprocess.run(["git", "clone", "--quiet", str(CHECKOUT), str(clone)], check=True)
        alone = installed(clone)
        print(f"environment alone   {alone:6.1f} s", flush=True)
        first = ready(clone, home)
        print(f"make run, first     {first:6.1f} s   {first / alone:5.1f} times that   goal {FIRST_GOAL} s")
        second = ready(clone, home)
        print(
            f"make run, second    {second:6.1f} s   {second / alone:5.1f} times that   goal {SECOND_GOAL} s"
        )


if __name__ == "__main__":
    main()
