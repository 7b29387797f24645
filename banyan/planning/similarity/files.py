"""Asking a register file for the software that entries of another file resemble: two tables in, one answer per line."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from banyan.kit.sentence import say
from banyan.kit.tablefile import TableFault, table_rows
from banyan.planning.similarity.register import Register
from banyan.planning.similarity.values import Similar, SimilarityInputError

REGISTER_COLUMNS = ("id", "name", "purpose", "functions")
ENTRY_COLUMNS = ("entry", "name", "purpose", "functions")


def similar_in_files(
    register: Path, entries: Path, translate: Callable[[str], str] = str
) -> list[dict[str, Any]]:
    """One answer per line of the entries, in their order; reasons in the language of ``translate``.

    Both files are tables in UTF-8 or GB18030 with the columns ``id,name,purpose,functions`` and
    ``entry,name,purpose,functions``; more columns do no harm. `SimilarityInputError` says why a file cannot be used.
    """
    asked = list(_rows(entries, ENTRY_COLUMNS))
    index = Register.build(_rows(register, REGISTER_COLUMNS))
    return [
        _as_dict(entry, index.similar(name, purpose, functions), translate)
        for entry, name, purpose, functions in asked
    ]


def _as_dict(entry: str, found: list[Similar], translate: Callable[[str], str]) -> dict[str, Any]:
    similar = [
        {
            "id": one.id,
            "name": one.name,
            "score": one.score,
            "reasons": [
                {
                    "ours": pair.ours,
                    "theirs": pair.theirs,
                    "score": pair.score,
                    "why": pair.why.render(translate),
                }
                for pair in one.pairs
            ],
        }
        for one in found
    ]
    return {"entry": entry, "similar": similar, "none": not similar}


def _rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The values of the named columns, line by line; wholly empty lines are passed over."""
    try:
        with path.open("rb") as file, closing(table_rows(file)) as rows:
            heading = [cell.strip().lower() for cell in next(rows, [])]
            places = _places(path, heading, columns)
            for line, row in enumerate(rows, start=2):
                _demand_no_more(path, line, row[len(heading) :])
                values = tuple(row[place].strip() if place < len(row) else "" for place in places)
                if any(values):
                    yield values
    except TableFault as fault:
        raise SimilarityInputError(say("{file}: {fault}", file=path.name, fault=fault.sentence)) from fault
    except (FileNotFoundError, IsADirectoryError) as error:
        raise SimilarityInputError(say("There is no file {file}.", file=str(path))) from error


def _demand_no_more(path: Path, line: int, values: list[str]) -> None:
    if any(value.strip() for value in values):
        raise SimilarityInputError(
            say(
                "Line {line} of {file} has more values than columns; put quotation marks round a value with a comma.",
                line=line,
                file=path.name,
            )
        )


def _places(path: Path, heading: list[str], columns: Sequence[str]) -> list[int]:
    wanted = ",".join(columns)
    if not any(heading):
        raise SimilarityInputError(
            say(
                "{file} is empty; its first line must name the columns {columns}.",
                file=path.name,
                columns=wanted,
            )
        )
    if missing := [column for column in columns if column not in heading]:
        raise SimilarityInputError(
            say(
                "{file} lacks the column {missing}; its first line must name the columns {columns}.",
                file=path.name,
                missing=",".join(missing),
                columns=wanted,
            )
        )
    if twice := [column for column in columns if heading.count(column) > 1]:
        raise SimilarityInputError(
            say(
                "{file} names the column {twice} twice; which of them counts?",
                file=path.name,
                twice=",".join(twice),
            )
        )
    return [heading.index(column) for column in columns]
