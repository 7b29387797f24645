"""The processes of an installation: desk, gateway and clerk, started and stopped together."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import httpx
from django.conf import settings
from django.core.management import call_command

from banyan.law.inforce import pack
from banyan.site import environment
from banyan.site.environment import EnvironmentFault
from banyan.site.rights import demand_up_to_date, owns_tables

WAIT_SECONDS = 60


def prepare(*, demo: bool = False) -> None:
    """Make BANYAN_HOME for this user alone, read the law in force, and bring the database up to this version.

    A role that does not own the tables changes none of them: it needs a database that is up to date.
    """
    environment.make_home()
    if demo:
        (environment.home() / "demo").touch()
        settings.BANYAN_DEMO = True
    environment.secret_key()
    pack()
    if owns_tables():
        call_command("migrate", verbosity=0, interactive=False)
        environment.close_database_to_others()
    else:
        demand_up_to_date()


def commands(port: int) -> dict[str, list[str]]:
    """The command line of each process."""
    host, gateway = environment.HOST.text(), environment.gateway_port()
    workers = environment.WORKERS.text()
    granian = [
        sys.executable,
        "-m",
        "granian",
        "--host",
        host,
        "--no-ws",
        "--log-level",
        "warning",
        "--workers",
        workers,
    ]
    return {
        "desk": [
            *granian,
            *("--interface", "wsgi", "--port", str(port), "--blocking-threads", "4", "--backlog", "256"),
            "banyan.site.wsgi:application",
        ],
        "gateway": [
            *granian,
            "--interface",
            "asgi",
            "--port",
            str(gateway),
            "banyan.exchange.gateway.app:application",
        ],
        "clerk": [sys.executable, "-m", "banyan.site.clerk"],
    }


def serve_all(port: int, *, demo: bool = False, ready: Callable[[], None] | None = None) -> None:
    """Run all processes on claimed ports until one ends or the user stops them."""
    environment.probe_every()
    if demo:
        os.environ[environment.DEMO.name] = "1"
    running = {name: subprocess.Popen(line, start_new_session=True) for name, line in commands(port).items()}
    previous = signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        _await_ready(running)
        _remember()
        print(
            f"Banyan serves on {environment.public_url()}  (gateway {environment.gateway_url()})", flush=True
        )
        if ready:
            ready()
        while all(process.poll() is None for process in running.values()):
            time.sleep(0.5)
        ended = next(name for name, process in running.items() if process.poll() is not None)
        raise EnvironmentFault(f"The {ended} process ended with status {running[ended].returncode}.")
    except KeyboardInterrupt:
        print("Stopping.")
    finally:
        signal.signal(signal.SIGTERM, previous)
        _stop(running)


@contextmanager
def claimed_ports(port: int | None) -> Iterator[int]:
    """The desk's port, while it and the gateway's are this installation's alone; from now on PORT says it.

    The servers share a port with whoever listens there already, and answers would come from either installation.
    """
    os.environ[environment.PORT.name] = str(port or environment.PORT.port())
    wanted = (
        (environment.PORT.name, environment.PORT.port()),
        (environment.GATEWAY_PORT.name, environment.gateway_port()),
    )
    with ExitStack() as held:
        for variable, number in wanted:
            try:
                held.enter_context(_claim(environment.HOST.text(), number))
            except (OSError, OverflowError) as error:
                raise EnvironmentFault(
                    f"Port {number} of {environment.HOST.text()} cannot be used: is another server running there? "
                    f"Choose another with {variable}."
                ) from error
        yield environment.PORT.port()


@contextmanager
def _claim(host: str, number: int) -> Iterator[None]:
    """Hold the port's name until its server listens and beyond, once nobody else is found to listen there.

    The name is an abstract one of Linux: the kernel gives it to one process, and takes it back when that ends.
    """
    with socket.socket(socket.AF_UNIX) as name:
        if sys.platform == "linux":
            name.bind(f"\0banyan {host}:{number}")
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((host, number))
        yield


def _await_ready(running: dict[str, "subprocess.Popen[bytes]"]) -> None:
    addresses = [f"{environment.public_url()}/healthz", f"{environment.gateway_url()}/healthz"]
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        ended = [name for name, process in running.items() if process.poll() is not None]
        if ended:
            raise EnvironmentFault(f"The {ended[0]} process did not start. Is another server on its port?")
        if all(_answers(address) for address in addresses):
            return
        time.sleep(0.2)
    raise EnvironmentFault(f"The processes did not answer within {WAIT_SECONDS} seconds.")


def _remember() -> None:
    """Tell the other commands of this BANYAN_HOME where it is served."""
    addresses = {"desk": environment.public_url(), "gateway": environment.gateway_url()}
    environment.serving().write_text(json.dumps(addresses), encoding="utf-8")


def _answers(address: str) -> bool:
    try:
        return httpx.get(address, timeout=2, trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False


def _stop(running: dict[str, "subprocess.Popen[bytes]"]) -> None:
    for process in running.values():
        if process.poll() is None:
            process.terminate()
    for process in running.values():
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
