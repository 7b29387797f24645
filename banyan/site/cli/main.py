"""All commands, and what happens to bad input: one clear sentence, exit status 2, never a traceback."""

import sys

from cyclopts import App, CycloptsError
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError

from banyan import __version__
from banyan.acts.errors import ActError
from banyan.kit.errors import SentenceError
from banyan.site.cli import catalogue, demo, installation, law, ledger, similar
from banyan.site.cli.answers import BadInput, stop
from banyan.site.environment import DEBUG, EnvironmentFault

app = App(name="banyan", help="Banyan (榕政): a province's e-government regulation.", version=__version__)
app.command(installation.serve)
app.command(installation.sweep)
app.command(installation.load)
app.command(installation.doctor)
app.command(installation.backup)
app.command(installation.restore)
app.command(installation.docs)
app.command(law.app)
app.command(ledger.app)
app.command(catalogue.app)
app.command(similar.similar)
app.command(demo.app)


def main() -> None:
    """The entry point of ``banyan``."""
    try:
        app(print_error=False, exit_on_error=False)
    except CycloptsError as error:
        stop(" ".join(str(error).split()))
    except (BadInput, SentenceError, EnvironmentFault, ActError, ImproperlyConfigured) as error:
        stop(" ".join(str(error).split()))
    except FileNotFoundError as error:
        stop(f"There is no file {error.filename}.")
    except DatabaseError as error:
        stop(f"The database does not answer as expected ({str(error).splitlines()[0]}). Run `banyan doctor`.")
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        if DEBUG.flag():
            raise
        stop(
            f"Banyan is at fault: {type(error).__name__}: {error}. Set {DEBUG.name}=1 to see where.", status=1
        )
