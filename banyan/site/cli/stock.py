"""``banyan stock``: take in an inventory of what exists, see what waits in quarantine, put it right."""

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter
from django.utils.translation import gettext
from rich.table import Table

from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.reaction import follow_all
from banyan.bodies.models import Officer
from banyan.bodies.queries import actor_of
from banyan.infrastructure.acts.stock import correct_stock_row
from banyan.infrastructure.faults import words_of
from banyan.infrastructure.inventory.sheets import SHEETS
from banyan.infrastructure.inventory.taking_in import take_in
from banyan.infrastructure.models import StockRow
from banyan.infrastructure.queries.stock import visible_stock_rows
from banyan.site.cli.answers import BadInput, out, show_json, stop

app = App(name="stock", help="Take in what exists already: networks, centres, platforms, channels, systems.")
Json = Annotated[bool, Parameter(negative="", help="Answer as JSON.")]
Kind = Annotated[
    Literal["network", "centre", "platform", "channel", "system"], Parameter(help="What the rows are.")
]
As = Annotated[str, Parameter(name="--as", help="User name of the officer who takes it in.")]


@app.command(name="import")
def import_(file: Path, *, kind: Kind, as_: As, json: Json = False) -> None:
    """Enter the rows of FILE (CSV or XLSX) as stock with a plan of integration; wrong rows wait in quarantine."""
    if not file.is_file():
        raise BadInput(f"There is no file {file}.")
    done = take_in(_actor(as_), kind, file)
    if json:
        show_json(done.plain())
        return
    out.print(
        f"{done.rows} rows: {done.entered} entered, {done.entered_before} entered before,"
        f" {len(done.waiting)} in quarantine."
    )
    if done.waiting:
        _show(done.waiting)


@app.command
def columns(*, kind: Kind) -> None:
    """The columns that the first row of an inventory names, as CSV."""
    out.print(",".join(SHEETS[kind].columns), soft_wrap=True)


@app.command
def waiting(*, as_: As, json: Json = False) -> None:
    """The rows in quarantine that this officer may see."""
    rows = list(visible_stock_rows(_actor(as_)).filter(state=StockRow.State.WAITING).order_by("pk"))
    if json:
        show_json([{"row": one.pk, "kind": one.kind, "data": one.data, "faults": one.faults} for one in rows])
    else:
        _show(rows)


@app.command
def correct(row: int, *values: str, as_: As) -> None:
    """Put ROW in quarantine right with VALUES such as 名称=渔业专网, and enter it."""
    pairs = [value.partition("=") for value in values]
    if not pairs or not all(mark for _name, mark, _value in pairs):
        raise BadInput("Give each correction as column=value.")
    actor = _actor(as_)
    if not visible_stock_rows(actor).filter(pk=row).exists():
        raise BadInput(f"There is no row {row} in quarantine for {as_}.")
    perform(correct_stock_row, actor, row, corrected="\n".join(values))
    follow_all()
    if StockRow.objects.get(pk=row).state != StockRow.State.ENTERED:
        stop(f"Row {row} is corrected and not entered; see its history on the desk.", status=1)
    out.print(f"Row {row} is entered.")


def _actor(user_name: str) -> Actor:
    officer = Officer.objects.filter(user_name=user_name).first()
    if officer is None:
        raise BadInput(f"There is no officer with the user name {user_name}.")
    actor = actor_of(officer)
    if not actor.offices:
        raise BadInput(f"{user_name} holds no office today.")
    return actor


def _show(rows: list[StockRow] | tuple[StockRow, ...]) -> None:
    table = Table("row", "line", "field: what is wrong (value)")
    for one in rows:
        table.add_row(
            str(one.pk), str(one.line), "; ".join(said.render(gettext) for said in words_of(one.faults))
        )
    out.print(table)
