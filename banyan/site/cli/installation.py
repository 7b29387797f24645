"""Commands about the installation: serve, sweep, load, doctor, backup, restore, docs."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number
from rich.table import Column, Table

from banyan.acts.actor import SYSTEM
from banyan.bodies.models import Officer
from banyan.bodies.queries import actor_of
from banyan.catalogue.models import Resource
from banyan.lake.loading import load_file
from banyan.site import archive, checkup
from banyan.site.cli.answers import BadInput, out, show_json, stop
from banyan.site.cli.progress import bar
from banyan.site.processes import claimed_ports, serve_all
from banyan.site.processes import prepare as make_ready
from banyan.site.reference import stale_pages, write_pages
from banyan.site.rights import limit_rights
from banyan.site.round import go_round

Json = Annotated[bool, Parameter(negative="", help="Answer as JSON.")]
Port = Annotated[
    int | None,
    Parameter(validator=Number(gte=1, lte=65535), help="Port of the desk; PORT or 8000 when unset."),
]


def serve(*, port: Port = None) -> None:
    """Serve the desk, the API, the gateway and the clerk of this installation."""
    with claimed_ports(port) as desk:
        make_ready()
        serve_all(desk)


def prepare(
    *,
    role: Annotated[
        str, Parameter(help="PostgreSQL: the role of the running processes; it gets no more than they need.")
    ] = "",
) -> None:
    """Bring the database up to this version, without serving; with --role limit what the processes may do in it."""
    make_ready()
    if role:
        limit_rights(role)
        out.print(f"The database is up to date; {role} may do what the processes need and no more.")
    else:
        out.print("The database is up to date.")


def sweep(*, json: Json = False) -> None:
    """Ask every monitor, open new findings and close those whose cause is gone; may run any number of times."""
    done = go_round()
    if json:
        told = {"expired": done.expired, "monitors": [one.__dict__ for one in done.monitors]}
        show_json({**told, "measured": done.measured})
    else:
        table = Table(Column("monitor", overflow="fold"), "lapses", "opened", "closed")
        for one in done.monitors:
            table.add_row(one.monitor, str(one.lapses), str(one.opened), str(one.closed))
        out.print(table)
    if faults := [f"{one.monitor} ({one.fault})" for one in done.monitors if one.fault]:
        stop(f"These monitors could not look to the end: {'; '.join(faults)}.", status=1)


def load(
    resource: str,
    file: Path,
    *,
    as_: Annotated[str, Parameter(name="--as", help="User name of the officer who loads.")] = "",
    json: Json = False,
) -> None:
    """Load the rows of FILE (CSV or XLSX) into RESOURCE (its code or name) as its next version."""
    if not file.is_file():
        raise BadInput(f"There is no file {file}.")
    found = Resource.objects.filter(code=resource) or Resource.objects.filter(name=resource)
    if len(found) != 1:
        raise BadInput(f"There is no resource {resource}; type its code or its whole name.")
    officer = Officer.objects.filter(user_name=as_).first() if as_ else None
    if as_ and officer is None:
        raise BadInput(f"There is no officer with the user name {as_}.")
    with bar(f"Loading {found[0].name}") as tell:
        report = load_file(actor_of(officer) if officer else SYSTEM, found[0], file, tell=tell)
    if json:
        show_json(report.plain())
    else:
        out.print(report.words())
    if not report.published:
        stop("The load failed; the former version stays in place.", status=1)


def doctor(*, json: Json = False) -> None:
    """Check database, defences, clocks, states and rows against the ledger; exit status 1 if something is wrong."""
    results = checkup.checks()
    if json:
        show_json([one.__dict__ for one in results])
    else:
        table = Table("check", "holds", "what was found")
        for one in results:
            table.add_row(one.name, "yes" if one.holds else "NO", one.found)
        out.print(table)
    if not all(one.holds for one in results):
        stop("The installation needs care; see the lines marked NO.", status=1)


def backup(file: Path) -> None:
    """Write a consistent copy of the embedded database and the keys to FILE (.tar.gz)."""
    archive.backup(file)
    out.print(f"Written: {file}")


def restore(file: Path, *, force: bool = False) -> None:
    """Put a backup back into an empty BANYAN_HOME, or over an existing one with --force."""
    archive.restore(file, force=force)
    out.print("Restored. Run `banyan doctor`, then `banyan ledger verify --log acts`.")


def docs(*, check: bool = False) -> None:
    """Write docs/reference from the registry, or with --check fail when a page there is stale."""
    if not check:
        write_pages()
        return
    stale = stale_pages()
    if stale:
        stop(f"Stale: {', '.join(stale)}. Run `banyan docs` and commit what it writes.", status=1)
