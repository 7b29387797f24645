"""Tables (表格文件) as people send them: CSV or TSV in UTF-8 or GB18030, and XLSX; every cell is text."""

import codecs
import csv
import re
from collections.abc import Generator
from contextlib import closing
from io import BytesIO, TextIOWrapper
from itertools import chain
from typing import IO

from banyan.kit.sentence import say
from banyan.kit.workbook import TableFault, workbook_rows

__all__ = ["TableFault", "delimiter_of", "encoding_of", "read_table", "table_rows"]

MOST_ROWS = 200_000
MOST_COLUMNS = 500
LONGEST_LINE = 1 << 22
CHUNK = 1 << 20
DELIMITERS = ",;\t"

Rows = Generator[list[str], None, None]

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_DOCUMENTS = ("%PDF-", "{\\rtf")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_QUOTED = re.compile(r'"[^"]*("|$)')


def read_table(
    file: bytes, *, most_rows: int = MOST_ROWS, most_columns: int = MOST_COLUMNS
) -> list[list[str]]:
    """All rows of a CSV, TSV or XLSX file, blank ones as they stand; none for an empty file.

    Raises `TableFault` when it is none of these, has more rows or columns, or cannot be decoded.
    """
    return list(table_rows(BytesIO(file), most_rows=most_rows, most_columns=most_columns))


def table_rows(file: IO[bytes], *, most_rows: int = MOST_ROWS, most_columns: int = MOST_COLUMNS) -> Rows:
    """The same rows one after the other, for files of any size; ``file`` can be read twice (seekable).

    A CSV stays on the disk; a workbook is unpacked by a process of its own, within its bounds.
    """
    start = file.read(8)
    file.seek(0)
    if start.startswith(_OLD_OFFICE):
        raise TableFault(
            say(
                "This is an old .xls workbook or one with a password; save it as XLSX without a password, or as CSV."
            )
        )
    with closing(_rows(file, start, most_rows, most_columns)) as rows:
        for number, row in enumerate(rows, start=1):
            if number > most_rows:
                raise TableFault(
                    say("The table has more than {limit} rows; split the file.", limit=most_rows)
                )
            if len(row) > most_columns:
                raise TableFault(
                    say(
                        "Row {row} has more than {limit} columns; keep only those needed.",
                        row=number,
                        limit=most_columns,
                    )
                )
            yield row


def _rows(file: IO[bytes], start: bytes, most_rows: int, most_columns: int) -> Rows:
    if start.startswith(_ZIP):
        return workbook_rows(file, most_rows=most_rows, most_columns=most_columns)
    return _text(file)


def encoding_of(file: IO[bytes]) -> str:
    """``utf-8-sig`` when the whole file is strict UTF-8, else ``gb18030``; leaves the file at its start.

    Raises `TableFault` at a byte of zero, which no text in either has.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    found = "utf-8-sig"
    while chunk := file.read(CHUNK):
        if b"\x00" in chunk:
            raise _no_table()
        if found == "utf-8-sig" and not _decodes(decoder, chunk):
            found = "gb18030"
    if found == "utf-8-sig" and not _decodes(decoder, b"", final=True):
        found = "gb18030"
    file.seek(0)
    return found


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def delimiter_of(heading: str) -> str:
    """The mark that parts the columns of the first line: comma, semicolon or tab, the most frequent outside quotes."""
    bare = _QUOTED.sub("", heading)
    return max(DELIMITERS, key=bare.count)


def _text(file: IO[bytes]) -> Rows:
    text = TextIOWrapper(file, encoding=encoding_of(file), newline="")
    try:
        lines = _lines(text)
        first = next(lines, "")
        _refuse_other_kinds(first)
        rows = csv.reader(chain([first] if first else [], lines), delimiter=delimiter_of(first), strict=True)
        read = 0
        try:
            for row in rows:
                read = rows.line_num
                yield row
        except csv.Error as error:
            raise _torn(str(error), read + 1, rows.line_num) from error
    except UnicodeDecodeError as error:
        raise TableFault(
            say("The file is neither UTF-8 nor GB18030 text; save the table as CSV in UTF-8, or as XLSX.")
        ) from error
    finally:
        text.detach()


def _lines(text: TextIOWrapper) -> Generator[str, None, None]:
    """The lines of a text; TableFault at one so long that it is none of a table, before it fills the memory."""
    number = 0
    while line := text.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE and not line.endswith("\n"):
            raise TableFault(
                say(
                    "Line {line} of the file is longer than {most} characters.",
                    line=number,
                    most=LONGEST_LINE,
                )
            )
        yield line


def _torn(error: str, begun: int, line: int) -> TableFault:
    """The fault of a line; one whose quotation mark is not closed goes on over those after the one it began in."""
    if error.startswith("field larger"):
        return TableFault(
            say(
                "Line {line} of the CSV begins a value of more than {most} characters; shorten it, or close its"
                " quotation mark.",
                line=begun,
                most=f"{csv.field_size_limit():,}",
            )
        )
    return TableFault(say("Line {line} of the CSV is torn: check its quotation marks.", line=line))


def _refuse_other_kinds(heading: str) -> None:
    if heading.lstrip().lower().startswith(("<!doctype", "<html", "<table", "<?xml")):
        raise TableFault(
            say("This is a web page, not a table; open it in a spreadsheet program and save it as XLSX.")
        )
    if _CONTROL.search(heading) or heading.startswith(_DOCUMENTS):
        raise _no_table()


def _no_table() -> TableFault:
    return TableFault(
        say("The file holds bytes that no table has; save the table as CSV in UTF-8, or as XLSX.")
    )
