"""Loaded by pytest before Django's settings: every test process has a home of its own and stays on this machine."""

import atexit
import os
import shutil
import socket
import tempfile
from typing import Any

HOME = tempfile.mkdtemp(prefix="banyan-tests-")
KEPT = {"BANYAN_DATABASE_URL"}

for name in [name for name in os.environ if name == "PORT" or name.startswith("BANYAN_")]:
    if name not in KEPT:
        del os.environ[name]
os.environ["BANYAN_HOME"] = HOME

_connect = socket.socket.connect


def _connect_here(self: socket.socket, address: Any, /) -> None:
    """Connect within this machine only; a test that reaches out fails with the address it asked for."""
    inside = self.family == socket.AF_UNIX or str(address[0]) in {"127.0.0.1", "::1", "localhost"}
    if not inside:
        raise PermissionError(f"A test may not connect to {address}.")
    _connect(self, address)


socket.socket.connect = _connect_here  # type: ignore[method-assign,assignment]  # the network of tests ends here
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
