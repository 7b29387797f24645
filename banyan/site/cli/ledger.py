"""``banyan ledger``: verify and export logs in the installation."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from cyclopts import App, Parameter

from banyan.ledger import verify as verifier
from banyan.ledger.errors import LedgerError
from banyan.ledger.export import export as export_log
from banyan.ledger.memory import write_memory
from banyan.ledger.models import Log
from banyan.ledger.sequence import sequence_all
from banyan.site.cli.answers import BadInput, out

app = App(name="ledger", help="Tamper-evident logs.")
Name = Annotated[str, Parameter(name="--log", help="The log's name; see `GET /api/v1/logs`.")]


def _log(name: str) -> Log:
    found = Log.objects.filter(name=name).first()
    if found is None:
        known = ", ".join(Log.objects.order_by("name").values_list("name", flat=True)[:20])
        raise BadInput(f"There is no log {name}. Logs: {known or 'none yet'}.")
    return found


@app.command
def verify(*, log: Name, json: Annotated[bool, Parameter(negative="")] = False) -> None:
    """Check a whole log with the stand-alone verifier; exit status 0 when whole, 1 when not.

    It is compared with its checkpoints in the meta-log, so a log taken back or signed anew shows here too.
    """
    found = _log(log)
    _sequence()
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_memory(found, folder / "state")
        export_log(found, folder / "log")
        told = [folder / "log", "--vkey", folder / "log" / "vkey", "--state", folder / "state"]
        command = [sys.executable, str(verifier.__file__), *map(str, told), *(["--json"] if json else [])]
        done = subprocess.run(command, check=False)
    sys.exit(done.returncode)


def _sequence() -> None:
    """Give waiting entries their places; a log that cannot grow is said and checked all the same."""
    try:
        sequence_all()
    except LedgerError as fault:
        print(fault.sentence, file=sys.stderr)


@app.command
def export(folder: Path, *, log: Name) -> None:
    """Write a log to a folder in C2SP tile form; `verify.py` checks the folder offline."""
    found = _log(log)
    _sequence()
    export_log(found, folder)
    out.print(f"{found.name} → {folder}")
