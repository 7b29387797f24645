"""Prints the first visible sheet of the XLSX workbook on standard input as CSV; a program of its own, with limits.

It runs alone, in a process that may take only so much memory and time, because a workbook of one kilobyte can
make its reader ask for 512 GiB: `banyan.kit.workbook` starts it and reads what it prints.
"""

import csv
import io
import resource
import sys
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

MOST_MEMORY = 3 << 30
MOST_SECONDS = 300
WHOLE_UP_TO = 1e21
UNREADABLE = 3

Cell = float | str | bool | time | date | datetime | timedelta


def text_of(cell: Cell) -> str:
    """The cell as text: ISO 8601 for dates and times, whole numbers without decimals, others to 15 digits."""
    if isinstance(cell, str):
        return _text(cell)
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return _number(float(cell))
    return str(cell) if isinstance(cell, timedelta) else cell.isoformat()


def _text(cell: str) -> str:
    if "\x00" in cell:
        raise CalamineError("a cell holds a zero byte")
    return cell


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < WHOLE_UP_TO:
        return str(int(value))
    return format(Decimal(format(value, ".15g")), "f")


def first_sheet(workbook: CalamineWorkbook) -> CalamineSheet:
    """The first sheet of cells that is not hidden, else the first of all."""
    for number, sheet in enumerate(workbook.sheets_metadata):
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible:
            return workbook.get_sheet_by_index(number)
    return workbook.get_sheet_by_index(0)


def limit() -> None:
    """Give this process its bounds: memory, processor time, and no file to write."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Print the rows, empty ones too, so that a row's place is its number in the sheet."""
    limit()
    printed = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
    rows = csv.writer(printed)
    try:
        sheet = first_sheet(load_workbook(sys.stdin.buffer))
        left = [""] * (sheet.start[1] if sheet.start else 0)
        for row in sheet.iter_rows():
            rows.writerow([*left, *map(text_of, row)])
    except CalamineError:
        return UNREADABLE
    printed.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
