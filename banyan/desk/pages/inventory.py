"""Taking in an inventory from the desk: its kind, one file, and what was entered and what waits."""

import tempfile
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from banyan.acts import registry
from banyan.acts.errors import NotThere
from banyan.acts.register import Register
from banyan.desk.access import page
from banyan.desk.frame import actor_of, show
from banyan.desk.shapes import (
    ActForm,
    Cell,
    Column,
    Empty,
    Fact,
    Facts,
    Field,
    Form,
    Link,
    Offer,
    Option,
    Table,
)
from banyan.desk.shapes import Register as RegisterShape
from banyan.desk.words import address_of, address_of_act, rows_here, said
from banyan.infrastructure.inventory.taking_in import TakenIn, TooManyRows, take_in
from banyan.infrastructure.queries.stock import sheets_for, told_faults
from banyan.kit.errors import SentenceError

MOST_ROWS = 2_000
"""So many rows are entered while somebody waits: each is an act of its own."""
MOST_BYTES = 5_000_000
NOUN = "infrastructure.stockrow"
CORRECT = "infrastructure.correct_stock_row"


@page("GET", "HEAD", "POST")
def take_in_file(request: HttpRequest) -> HttpResponse:
    """Ask for the kind and the file; a file that cannot be read as this sheet enters nothing."""
    if not sheets_for(actor_of(request)):
        raise NotThere
    faults = {}
    if request.method == "POST":
        try:
            return _taken(request)
        except _Unfit as unfit:
            faults = {unfit.field: str(unfit)}
        except TooManyRows:
            faults = {"file": _too_much(request)}
        except SentenceError as error:
            faults = {"file": said(error.sentence)}
    return _ask(request, faults)


class _Unfit(ValueError):
    """A field of the form that is not as it should be."""

    def __init__(self, field: str, said: str) -> None:
        self.field = field
        super().__init__(said)


def _taken(request: HttpRequest) -> HttpResponse:
    actor, file, kind = actor_of(request), request.FILES.get("file"), request.POST.get("kind", "")
    if kind not in {sheet.kind.value for sheet in sheets_for(actor)}:
        raise _Unfit("kind", _("Choose what the rows are."))
    if file is None:
        raise _Unfit("file", _("Choose a file."))
    if (file.size or 0) > MOST_BYTES:
        raise _Unfit("file", _too_much(request))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "inventory"
        with path.open("wb") as target:
            target.writelines(file.chunks())
        done = take_in(actor, kind, path, file_name=file.name or "", most_rows=MOST_ROWS)
    return _tell(request, done)


def _limits() -> dict[str, str]:
    return {"rows": f"{MOST_ROWS:,}", "size": str(MOST_BYTES // 1_000_000)}


def _too_much(request: HttpRequest) -> str:
    told = _(
        "A file taken in here has at most {rows} rows and {size} MB. Nothing was entered. Split it, or have the"
        " operator run: {command}"
    )
    user = request.user.get_username()
    command = f"banyan stock import {_('FILE')} --kind {request.POST.get('kind', '')} --as {user}"
    return told.format(**_limits(), command=command)


def _ask(request: HttpRequest, faults: dict[str, str]) -> HttpResponse:
    register, sheets = registry.registers[NOUN], sheets_for(actor_of(request))
    begun = request.POST.get("kind") or request.GET.get("kind", "")
    options = tuple(
        Option(value=one.kind.value, label=str(one.kind.label), chosen=one.kind.value == begun)
        for one in sheets
    )
    form = Form(
        key="take-in",
        title=_title(register),
        url=request.path,
        button=_("Check and enter"),
        help=_("Every good row is entered as stock with its plan; wrong rows wait until they are corrected."),
        fields=(
            Field(
                name="kind",
                label=_("What the rows are"),
                kind="choice",
                options=options,
                error=faults.get("kind", ""),
            ),
            Field(
                name="file",
                label=_("File"),
                kind="file",
                error=faults.get("file", ""),
                help=_(
                    "CSV (UTF-8 or GB18030) or XLSX, at most {rows} rows and {size} MB;"
                    " the first row names the columns."
                ).format(**_limits()),
                accept=".csv,.txt,.xlsx",
            ),
        ),
    )
    empty = tuple(
        Fact(str(one.kind.label), f"{one.kind.value}.csv", f"{one.kind.value}.csv") for one in sheets
    )
    view = ActForm(form=form, downloads=Facts(_("Empty sheets"), empty))
    return show(request, view, form.title, trail=_trail(register), status=422 if faults else 200)


def _tell(request: HttpRequest, done: TakenIn) -> HttpResponse:
    """What came in, and what waits: the rows as a table, each fault a line that leads to its correction."""
    register = registry.registers[NOUN]
    model = next(one.model for one in sheets_for(actor_of(request)) if one.kind.value == done.kind)
    entered = f"/{registry.registers[model._meta.label_lower].path}/"
    view = RegisterShape(
        title=_("Inventory taken in"),
        said=_(
            "The same file may be taken in again at any time: what was entered before is not entered twice."
        ),
        told=(_counts(register, done, entered),),
        acts=(Offer(verb=_title(register), url=f"{request.path}?kind={done.kind}"),),
        table=_waiting(done),
        size=rows_here(len(done.waiting)),
        empty=Empty(what=_("Rows in quarantine"), why=_("No row waits for a correction.")),
    )
    return show(request, view, view.title, trail=_trail(register))


def _counts(register: Register, done: TakenIn, entered: str) -> Facts:
    waiting = f"/{register.path}/?state=waiting&kind={done.kind}"
    return Facts(
        _("What came in"),
        (
            Fact(_("Rows"), str(done.rows)),
            Fact(_("Entered now"), str(done.entered), entered),
            Fact(_("Entered before"), str(done.entered_before)),
            Fact(_("Rows in quarantine"), str(len(done.waiting)), waiting),
        ),
    )


def _waiting(done: TakenIn) -> Table:
    """One line for each fault, with the way to the row's correction."""
    columns = (_("Row"), _("Field"), _("What is wrong"), _("As written, or article"), _("Correction"))
    return Table(
        caption=_("Rows in quarantine"),
        columns=tuple(Column(label=label) for label in columns),
        rows=tuple(
            (
                Cell(str(row.line), address_of(row)),
                Cell(field),
                Cell(said(wrong)),
                Cell(value),
                Cell(_("Correct"), address_of_act(registry.acts[CORRECT], row.pk)),
            )
            for row in done.waiting
            for field, wrong, value in told_faults(row)
        ),
    )


@page("GET", "HEAD")
def sheet(request: HttpRequest, *, kind: str) -> HttpResponse:
    """An empty sheet of one kind: its first row names the columns."""
    found = next((one for one in sheets_for(actor_of(request)) if one.kind.value == kind), None)
    if found is None:
        raise NotThere
    text = "\ufeff" + ",".join(found.columns) + "\r\n"
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{kind}.csv"'
    return answer


def _title(register: Register) -> str:
    return str(register.intake.title) if register.intake else ""


def _trail(register: Register) -> tuple[Link, ...]:
    return (Link(str(register.title), f"/{register.path}/"), Link(_title(register)))
