"""All commands, and what happens to bad input: one clear sentence, exit status 2, never a traceback."""

import os
import sys
from tempfile import TemporaryFile

from cyclopts import App, CycloptsError, UnusedCliTokensError
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from banyan import __version__
from banyan.acts.errors import ActError
from banyan.kit.errors import SentenceError
from banyan.ledger.errors import LedgerError
from banyan.site.cli import (
    accounts,
    catalogue,
    demo,
    installation,
    law,
    ledger,
    measuring,
    report,
    similar,
    stock,
)
from banyan.site.cli.answers import BadInput, stop
from banyan.site.cli.files import of_file
from banyan.site.environment import DEBUG, HOME, EnvironmentFault, database_file, home

app = App(name="banyan", help="Banyan (榕政): a province's e-government regulation.", version=__version__)
app.command(installation.prepare)
app.command(accounts.found)
app.command(accounts.account)
app.command(installation.serve)
app.command(installation.sweep)
app.command(measuring.probe)
app.command(measuring.readings)
app.command(installation.load)
app.command(installation.doctor)
app.command(installation.backup)
app.command(installation.restore)
app.command(installation.docs)
app.command(law.app)
app.command(ledger.app)
app.command(catalogue.app)
app.command(similar.similar)
app.command(stock.app)
app.command(report.app)
app.command(demo.app)


def _of_database(says: str) -> str:
    """What to do about a database that refuses to answer; a new installation has none yet."""
    if says.startswith("attempt to write a readonly database"):
        return f"{database_file()} is closed to this user: give the right to write to it."
    if says.startswith("unable to open database file") and home().is_dir() and not _is_open():
        return f"{home()} is closed to this user: give the right to write in it, or set {HOME.name} to another folder."
    if says.startswith(("unable to open database file", "no such table")) or "does not exist" in says:
        return f"There is no database yet in {home()}. Run `banyan prepare` or `banyan demo` first."
    return f"The database does not answer as expected ({says}). Run `banyan doctor`."


def _is_open() -> bool:
    """Whether this user may make files in BANYAN_HOME."""
    try:
        with TemporaryFile(dir=home()):
            return True
    except OSError:
        return False


def _stop_for(error: Exception) -> None:
    """Say what the caller can put right: a file that cannot be used, a word that is not UTF-8."""
    if isinstance(error, UnicodeEncodeError):
        stop(f"What was typed is not UTF-8: {error.object!a}.")
    if isinstance(error, OSError) and error.filename:
        stop(of_file(error))


def main() -> None:
    """The entry point of ``banyan``."""
    try:
        app(sys.argv[1:], print_error=False, exit_on_error=False)
    except UnusedCliTokensError as error:
        rest = " ".join(error.unused_tokens or [])
        stop(f"Nothing asks for {rest}; put quotation marks round words that belong together.")
    except CycloptsError as error:
        stop(" ".join(str(error).split()))
    except (BadInput, SentenceError, EnvironmentFault, ActError, LedgerError, ImproperlyConfigured) as error:
        stop(" ".join(str(error).split()))
    except DatabaseError as error:
        stop(_of_database(str(error).splitlines()[0]))
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except Exception as error:
        _stop_for(error)
        if DEBUG.flag():
            raise
        stop(
            f"Banyan is at fault: {type(error).__name__}: {error}. Set {DEBUG.name}=1 to see where.", status=1
        )
