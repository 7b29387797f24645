"""Matching a form file against a catalogue file: two CSV files in, one answer per field out."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from banyan.catalogue.matcher.matcher import Matcher
from banyan.catalogue.matcher.reasons import in_chinese
from banyan.catalogue.matcher.values import CatalogueItem, FieldAnswer, FormField, MatchInputError
from banyan.kit.sentence import Sentence, say

CATALOGUE_COLUMNS = ("provider", "resource", "item")
FORM_COLUMNS = ("form", "field")


def match_files(catalogue_csv: Path, form_csv: Path) -> list[dict[str, Any]]:
    """One answer per line of the form file, in its order; a line without a field name gets no matches.

    Both files are CSV in UTF-8 or GB18030 with the columns ``provider,resource,item`` and ``form,field``; more columns
    do no harm. `MatchInputError` says in one sentence why a file cannot be used.
    """
    fields = [FormField(form, field) for form, field in _rows(form_csv, FORM_COLUMNS)]
    matcher = Matcher.build(
        CatalogueItem(provider, resource, item)
        for provider, resource, item in _rows(catalogue_csv, CATALOGUE_COLUMNS)
        if item
    )
    return [_as_dict(answer) for answer in matcher.match_form(fields)]


def _as_dict(answer: FieldAnswer) -> dict[str, Any]:
    matches = [
        {
            "provider": match.item.provider,
            "resource": match.item.resource,
            "item": match.item.item,
            "score": match.score,
            "why": in_chinese(match.why),
        }
        for match in answer.matches
    ]
    return {"form": answer.form, "field": answer.field, "matches": matches, "best": answer.best}


def _rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The values of the named columns, line by line; a line without any character is no line."""
    lines = csv.DictReader(io.StringIO(_text(path), newline=""))
    try:
        _check_columns(path, lines, columns)
        for row in lines:
            if any(row.get(None) or ()):
                raise MatchInputError(_too_many(path, lines.line_num))
            yield tuple((row[column] or "").strip() for column in columns)
    except csv.Error as error:
        raise MatchInputError(_too_long(path, lines.line_num + 1)) from error


def _too_long(path: Path, line: int) -> Sentence:
    """The one thing that a reader that is not strict refuses; its value begins in the line after the last one read."""
    return say(
        "Line {line} of {file} begins a value of more than {most} characters; shorten it, or close its quotation mark.",
        line=line,
        file=path.name,
        most=f"{csv.field_size_limit():,}",
    )


def _too_many(path: Path, line: int) -> Sentence:
    return say(
        "Line {line} of {file} has more values than columns; put quotation marks round a value with a comma.",
        line=line,
        file=path.name,
    )


def _check_columns(path: Path, lines: "csv.DictReader[str]", columns: Sequence[str]) -> None:
    wanted = ",".join(columns)
    if not lines.fieldnames:
        raise MatchInputError(
            say(
                "{file} is empty; its first line must name the columns {columns}.",
                file=path.name,
                columns=wanted,
            )
        )
    lines.fieldnames = [(name or "").strip() for name in lines.fieldnames]
    if missing := [column for column in columns if column not in lines.fieldnames]:
        raise MatchInputError(
            say(
                "{file} lacks the column {missing}; its first line must name the columns {columns}.",
                file=path.name,
                missing=",".join(missing),
                columns=wanted,
            )
        )
    if twice := [column for column in columns if lines.fieldnames.count(column) > 1]:
        raise MatchInputError(
            say(
                "{file} names the column {twice} twice; which of them counts?",
                file=path.name,
                twice=",".join(twice),
            )
        )


def _text(path: Path) -> str:
    if not path.is_file():
        raise MatchInputError(say("There is no file {file}.", file=str(path)))
    content = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise MatchInputError(
        say("{file} is neither UTF-8 nor GB18030 text; save it as CSV in UTF-8.", file=path.name)
    )
