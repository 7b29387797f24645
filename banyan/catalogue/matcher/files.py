"""Matching a form file against a catalogue file: two CSV files in, one answer per field out."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from banyan.catalogue.matcher.matcher import Matcher
from banyan.catalogue.matcher.reasons import in_chinese
from banyan.catalogue.matcher.values import CatalogueItem, FieldAnswer, FormField, MatchInputError
from banyan.kit.sentence import say

CATALOGUE_COLUMNS = ("provider", "resource", "item")
FORM_COLUMNS = ("form", "field")
NEEDED = {"item", "field"}


def match_files(catalogue_csv: Path, form_csv: Path) -> list[dict[str, Any]]:
    """One answer per line of the form file, in its order; `MatchInputError` for a file that cannot be used."""
    fields = [FormField(form, field) for form, field in _rows(form_csv, FORM_COLUMNS)]
    matcher = Matcher.build(CatalogueItem(*row) for row in _rows(catalogue_csv, CATALOGUE_COLUMNS))
    return [_as_dict(matcher.match(field)) for field in fields]


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


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    lines = csv.DictReader(io.StringIO(_text(path), newline=""))
    wanted = ",".join(columns)
    if not lines.fieldnames:
        raise MatchInputError(
            say("The file {file} is empty; its first line must name the columns {columns}.", file=path.name, columns=wanted)
        )
    lines.fieldnames = [(name or "").strip() for name in lines.fieldnames]
    for column in columns:
        if column not in lines.fieldnames:
            pattern = "The file {file} lacks the column {missing}; its first line must name the columns {columns}."
            raise MatchInputError(say(pattern, file=path.name, missing=column, columns=wanted))
    for row in lines:
        values = tuple((row[column] or "").strip() for column in columns)
        if not any(values):
            continue
        if not values[-1]:
            pattern = "Line {line} of {file} has no value in the column {missing}; fill it in or delete the line."
            raise MatchInputError(say(pattern, line=lines.line_num, file=path.name, missing=columns[-1]))
        yield values


def _text(path: Path) -> str:
    if not path.is_file():
        raise MatchInputError(say("The file {file} does not exist.", file=path.name))
    content = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise MatchInputError(
        say("The file {file} is neither UTF-8 nor GB18030 text; save it as CSV in UTF-8.", file=path.name)
    )
