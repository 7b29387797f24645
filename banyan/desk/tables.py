"""Rows of a register as a table."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Model

from banyan.acts.register import Column, value_at
from banyan.desk.reach import Address
from banyan.desk.shapes import Cell, CellKind, Sort, Table
from banyan.desk.shapes import Column as ColumnShape
from banyan.desk.words import address_of, state_of, value

KINDS: dict[str, CellKind] = {
    "code": "code",
    "date": "date",
    "month": "date",
    "moment": "date",
    "number": "number",
    "percent": "number",
    "state": "state",
}


def _raw(row: Any, column: Column) -> Any:
    return row if column.path == "__str__" else value_at(row, column.path)


def records(columns: Sequence[Column], rows: Iterable[Any]) -> list[Any]:
    """What the columns of records lead to, and the rows that a column opens."""
    leading = [one for one in columns if one.opens or one.kind == "record"]
    return [row if one.opens else _raw(row, one) for row in rows for one in leading]


def cell(row: Any, column: Column, *, first: bool = False, address: Address = address_of) -> Cell:
    """One fact of a row; the first column and records lead to their pages."""
    if column.kind == "state":
        return Cell(state=state_of(row))
    raw = _raw(row, column)
    url = ""
    if first or column.opens:
        url = address(row)
    elif column.kind == "record" and isinstance(raw, Model):
        url = address(raw)
    return Cell(value(raw, column.kind), url)


def table(
    caption: str,
    columns: Sequence[Column],
    rows: Iterable[Any],
    *,
    sorts: dict[str, Sort] | None = None,
    linked: bool = True,
    address: Address = address_of,
) -> Table:
    """Rows as a table whose first column opens the row; ``address`` says where an object's page is."""
    shapes = tuple(
        ColumnShape(label=str(one.label), kind=KINDS.get(one.kind, "text"), sort=(sorts or {}).get(one.path))
        for one in columns
    )
    cells = tuple(
        tuple(
            cell(row, one, first=linked and number == 0, address=address)
            for number, one in enumerate(columns)
        )
        for row in rows
    )
    return Table(caption=caption, columns=shapes, rows=cells)
