"""``banyan ledger``: verify and export logs in the installation."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from cyclopts import App, Parameter

from banyan.ledger import verify as verifier
from banyan.ledger.export import export as export_log
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
    """Check a whole log with the stand-alone verifier; exit status 0 when whole, 1 when not."""
    found = _log(log)
    sequence_all()
    with TemporaryDirectory() as folder:
        export_log(found, Path(folder) / "log")
        key = Path(folder) / "vkey"
        key.write_text(found.vkey + "\n")
        command = [
            sys.executable,
            str(Path(verifier.__file__)),
            str(Path(folder) / "log"),
            "--vkey",
            str(key),
        ]
        done = subprocess.run([*command, *(["--json"] if json else [])], check=False)
    sys.exit(done.returncode)


@app.command
def export(folder: Path, *, log: Name) -> None:
    """Write a log to a folder in C2SP tile form; `verify.py` checks the folder offline."""
    found = _log(log)
    sequence_all()
    export_log(found, folder)
    out.print(f"{found.name} → {folder}")
