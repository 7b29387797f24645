"""Taking in an inventory: good rows become stock through their act, bad ones wait in quarantine."""

import hashlib
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.door import perform
from banyan.acts.models import Entry
from banyan.acts.record import own_key
from banyan.infrastructure.acts import stock
from banyan.infrastructure.inventory.checking import Sound, Unsound, check
from banyan.infrastructure.inventory.entering import enter
from banyan.infrastructure.inventory.sheets import SHEETS, Sheet
from banyan.infrastructure.models import StockRow
from banyan.kit.errors import SentenceError
from banyan.kit.secrecy import demand_unmarked
from banyan.kit.sentence import say
from banyan.kit.tablefile import table_rows
from banyan.lake.items import columns_of

NOT_TO_ENTER = say("None of your offices enters rows of this kind.")
COLUMNS_NAMED = say("The first row must name the columns of an inventory of this kind.")


@dataclass(frozen=True)
class TakenIn:
    """What became of an inventory (清查结果): rows entered now, entered before, and those that wait."""

    kind: str
    rows: int
    entered: int
    entered_before: int
    waiting: tuple[StockRow, ...]

    def plain(self) -> dict[str, Any]:
        """The same as JSON knows it."""
        counts = {name: getattr(self, name) for name in ("kind", "rows", "entered", "entered_before")}
        waiting = [
            {"row": one.pk, "line": one.line, "data": one.data, "faults": one.faults} for one in self.waiting
        ]
        return {**counts, "quarantined": len(self.waiting), "quarantine": waiting}


class TooManyRows(SentenceError):
    """More rows than are taken in at once (行数过多); nothing is entered."""


def take_in(
    actor: Actor, kind: str, path: Path, *, file_name: str = "", most_rows: int | None = None
) -> TakenIn:
    """Enter the rows of a CSV or XLSX file as stock, in the name of this actor; may be begun again at any time.

    ``file_name`` is how people know the file, where it is not the name of ``path``; ``most_rows``
    how many rows whoever waits for the answer takes in at once.

    Rows that are wrong wait at the body in whose office the actor enters this kind. Raises SentenceError when the
    actor holds no such office, TableFault, ColumnsFault or TooManyRows when the table cannot be taken in; nothing is
    entered then.
    """
    sheet = SHEETS[kind]
    held = sheet.act.by.held(actor, None)
    if held is None:
        raise SentenceError(NOT_TO_ENTER)
    with path.open("rb") as file:
        file_digest = f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
        file.seek(0)
        with closing(table_rows(file)) as table:
            columns = columns_of(next(table, []), sheet.items, COLUMNS_NAMED)
            lines = [(number, cells) for number, cells in enumerate(table, start=2) if any(cells)]
    demand_unmarked(lines)
    if most_rows is not None and len(lines) > most_rows:
        raise TooManyRows(say("The table has {number} rows.", number=len(lines)))
    keys = {_key_of(sheet, columns, cells) for _line, cells in lines}
    before = _entered_before(actor, sheet, file_digest, keys)
    good, bad = check(sheet, columns, lines, before)
    fresh = [row for row in good if sheet.key_of(row.data) not in before]
    refused = list(_enter(actor, sheet, file_digest, fresh))
    _quarantine(actor.name, held.body, sheet, file_name or path.name, file_digest, rows=[*bad, *refused])
    rows = StockRow.objects.filter(kind=kind, file_digest=file_digest, state=StockRow.State.WAITING)
    waiting = tuple(rows.order_by("line"))
    return TakenIn(kind, len(lines), len(fresh) - len(refused), len(good) - len(fresh), waiting)


def _key_of(sheet: Sheet, columns: list[str], cells: list[str]) -> str:
    return sheet.key_of(dict(zip(columns, cells, strict=False)))


def _act_key(sheet: Sheet, file_digest: str, row_key: str) -> str:
    return f"stock/{sheet.kind.value}/{hashlib.sha256(f'{file_digest}/{row_key}'.encode()).hexdigest()[:40]}"


def _entered_before(actor: Actor, sheet: Sheet, file_digest: str, keys: Iterable[str]) -> frozenset[str]:
    """The keys of those rows that this actor entered from this file before."""
    by_entry = {own_key(actor, _act_key(sheet, file_digest, key)): key for key in keys}
    found: set[str] = set()
    wanted = list(by_entry)
    for start in range(0, len(wanted), 500):
        rows = Entry.objects.filter(idempotency_key__in=wanted[start : start + 500])
        found.update(by_entry[one.idempotency_key or ""] for one in rows.only("idempotency_key"))
    return frozenset(found)


def _enter(actor: Actor, sheet: Sheet, file_digest: str, rows: Iterable[Sound]) -> Iterable[Unsound]:
    for row in rows:
        key = _act_key(sheet, file_digest, sheet.key_of(row.data))
        if faults := enter(actor, sheet, row.data, key):
            yield Unsound(row.line, row.data, faults)


def _quarantine(
    officer: str, body: int, sheet: Sheet, file_name: str, file_digest: str, *, rows: Iterable[Unsound]
) -> None:
    kept = set(
        StockRow.objects.filter(kind=sheet.kind, file_digest=file_digest).values_list("line", flat=True)
    )
    for row in rows:
        if row.line not in kept:
            perform(
                stock.quarantine_stock_row,
                SYSTEM,
                kind=sheet.kind,
                body=body,
                officer=officer,
                file_name=file_name[:200],
                file_digest=file_digest,
                line=row.line,
                data=row.data,
                found={"faults": row.faults},
            )
