"""Columns (表列) of a table file by their names, for the files that a command is given."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import IO

from banyan.kit.sentence import say
from banyan.kit.tablefile import TableFault, table_rows

MOST_ROWS = 1_000_000


def named_columns(path: Path, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The values of the named columns, row by row; a line without any character is no row.

    The first line names the columns, in capitals or not; more of them do no harm. Raises `TableFault`, whose sentence
    names the file.
    """
    try:
        with path.open("rb") as file, closing(_rows(path, file)) as rows:
            heading = [cell.strip().lower() for cell in next(rows, [])]
            places = _places(path, heading, columns)
            for line, row in enumerate(rows, start=2):
                _demand_no_more(path, line, row[len(heading) :])
                if row:
                    yield tuple(row[place].strip() if place < len(row) else "" for place in places)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise TableFault(say("There is no file {file}.", file=str(path))) from error


def _rows(path: Path, file: IO[bytes]) -> Generator[list[str], None, None]:
    try:
        yield from table_rows(file, most_rows=MOST_ROWS)
    except TableFault as fault:
        raise TableFault(say("{file}: {fault}", file=path.name, fault=fault.sentence)) from fault


def _places(path: Path, heading: list[str], columns: Sequence[str]) -> list[int]:
    file, wanted = path.name, ",".join(columns)
    if not any(heading):
        raise TableFault(
            say("{file} is empty; its first line must name the columns {columns}.", file=file, columns=wanted)
        )
    if missing := [column for column in columns if column not in heading]:
        raise TableFault(
            say(
                "{file} lacks the column {missing}; its first line must name the columns {columns}.",
                file=file,
                missing=",".join(missing),
                columns=wanted,
            )
        )
    if twice := [column for column in columns if heading.count(column) > 1]:
        raise TableFault(
            say(
                "{file} names the column {twice} twice; which of them counts?",
                file=file,
                twice=",".join(twice),
            )
        )
    return [heading.index(column) for column in columns]


def _demand_no_more(path: Path, line: int, values: list[str]) -> None:
    if any(value.strip() for value in values):
        raise TableFault(
            say(
                "Line {line} of {file} has more values than columns; put quotation marks round a value with a comma.",
                line=line,
                file=path.name,
            )
        )
