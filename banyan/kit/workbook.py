"""Reading XLSX workbooks (工作簿) that may come from anybody: checked first, then parsed in a bounded process."""

import csv
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from io import TextIOWrapper
from pathlib import Path
from typing import IO, cast

from banyan.kit.errors import SentenceError
from banyan.kit.sentence import Sentence, say

MOST_UNZIPPED = 1 << 30
CHUNK = 1 << 20
LONGEST_TAG = 1 << 12
UNREADABLE = 3  # as the reader answers
READER = Path(__file__).with_name("workbook_reader.py")
BOOK = "xl/workbook.xml"
LINKS = "xl/_rels/workbook.xml.rels"
SHEET = re.compile(r"<(?:\w+:)?sheet\s[^<>]*>")
LINK = re.compile(r"<(?:\w+:)?Relationship\s[^<>]*>")
ATTRIBUTE = re.compile(r"""(?:\w+:)?(\w+)\s*=\s*["']([^"'<>]*)["']""")
FILLED_CELL = re.compile(
    rb"""<(?:\w+:)?c\s[^<>]*?\br\s*=\s*["']([A-Z]{1,3})([0-9]{1,7})["']((?:[^<>]*[^<>/])?)>"""
)
ERROR = re.compile(rb"""\bt\s*=\s*["']e["']""")


class TableFault(SentenceError):
    """A file cannot be read as a table (表格有误); the sentence says what to do."""


def workbook_rows(file: IO[bytes], *, most_rows: int, most_columns: int) -> Generator[list[str], None, None]:
    """The rows of the first visible sheet as text, empty rows too, the first row first.

    Dates are ISO 8601, whole numbers have no decimals, texts keep their leading zeros. Raises `TableFault`.
    """
    _check(file, most_rows, most_columns)
    with tempfile.TemporaryFile() as copy:
        file.seek(0)
        shutil.copyfileobj(file, copy)
        copy.seek(0)
        with _reader(copy) as printed:
            try:
                yield from csv.reader(printed)
            except csv.Error as error:
                raise TableFault(
                    say("A cell of the workbook is longer than a spreadsheet allows.")
                ) from error


@contextmanager
def _reader(workbook: IO[bytes]) -> Iterator[TextIOWrapper]:
    """What the bounded process prints; raises `TableFault` when it did not come to its end."""
    command = [sys.executable, "-I", "-X", "utf8", str(READER)]
    with subprocess.Popen(  # noqa: S603 - our own program, and nothing of the file on its command line
        command, stdin=workbook, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}
    ) as process:
        try:
            yield TextIOWrapper(cast("IO[bytes]", process.stdout), encoding="utf-8", newline="")
        except BaseException:
            process.kill()
            raise
    if process.returncode:
        raise TableFault(_cut_short(process.returncode))


def _cut_short(code: int) -> Sentence:
    if code == UNREADABLE:
        return say("The workbook is damaged; open it in a spreadsheet program and save it again as XLSX.")
    return say(
        "The workbook needs more memory or time than is allowed; save its table alone as CSV or in smaller parts."
    )


def _check(file: IO[bytes], most_rows: int, most_columns: int) -> None:
    """Refuse what is no workbook, unpacks to too much, or has a cell out of bounds or in error in its table."""
    try:
        with zipfile.ZipFile(file) as archive:
            _check_parts(archive)
            for cell in _filled_cells(archive, _first_sheet(archive)):
                _check_cell(cell, most_rows, most_columns)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        KeyError,
    ) as error:
        raise TableFault(
            say("The workbook is damaged or locked by a password; save it again as XLSX without a password.")
        ) from error


def _check_parts(archive: zipfile.ZipFile) -> None:
    if BOOK not in archive.namelist():
        raise TableFault(say("This archive is not an XLSX workbook; save the table as XLSX or CSV."))
    if sum(part.file_size for part in archive.infolist()) > MOST_UNZIPPED:
        raise TableFault(
            say(
                "The workbook unpacks to more than {limit} MiB; save its table alone as CSV.",
                limit=MOST_UNZIPPED >> 20,
            )
        )


def _first_sheet(archive: zipfile.ZipFile) -> str:
    """The part of the first sheet of cells that is not hidden, else of the first of all; KeyError if there is none."""
    links = [link for link in _tags(archive, LINKS, LINK) if link.get("Type", "").endswith("/worksheet")]
    parts = {link["Id"]: link["Target"] for link in links}
    sheets = [sheet for sheet in _tags(archive, BOOK, SHEET) if sheet.get("id") in parts]
    shown = [sheet for sheet in sheets if sheet.get("state", "visible") == "visible"]
    if not sheets:
        raise KeyError("worksheet")
    part = parts[(shown or sheets)[0]["id"]]
    return part.removeprefix("/") if part.startswith("/") else f"xl/{part}"


def _tags(archive: zipfile.ZipFile, part: str, tag: re.Pattern[str]) -> list[dict[str, str]]:
    """The attributes of every such tag, without their namespaces."""
    with archive.open(part) as file:
        text = file.read(CHUNK).decode(errors="replace")
    return [dict(ATTRIBUTE.findall(found)) for found in tag.findall(text)]


@dataclass(frozen=True)
class _Cell:
    row: int
    column: int
    is_error: bool


def _check_cell(cell: _Cell, most_rows: int, most_columns: int) -> None:
    if cell.is_error:
        raise TableFault(
            say(
                "Row {row}, column {column} of the workbook holds an error such as #N/A; put a value there.",
                row=cell.row,
                column=cell.column,
            )
        )
    if cell.row > most_rows or cell.column > most_columns:
        raise TableFault(
            say(
                "The workbook has a cell in row {row}, column {column}; at most {rows} rows and {columns} columns"
                " can be read.",
                row=cell.row,
                column=cell.column,
                rows=most_rows,
                columns=most_columns,
            )
        )


def _filled_cells(archive: zipfile.ZipFile, part: str) -> Iterator[_Cell]:
    """Every cell that is not merely formatted, read as a stream."""
    rest = b""
    with archive.open(part) as sheet:
        while chunk := sheet.read(CHUNK):
            text = rest + chunk
            for letters, row, more in FILLED_CELL.findall(text):
                yield _Cell(int(row), _column(letters), bool(more and ERROR.search(more)))
            last_tag = text.rfind(b"<")
            rest = text[last_tag:][:LONGEST_TAG] if last_tag >= 0 else b""


@lru_cache(maxsize=1024)
def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
