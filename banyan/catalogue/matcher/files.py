"""Matching a form file against a catalogue file: two tables in, one answer per field out."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from banyan.catalogue.matcher.matcher import Matcher
from banyan.catalogue.matcher.reasons import in_chinese
from banyan.catalogue.matcher.values import CatalogueItem, FieldAnswer, FormField, MatchInputError
from banyan.kit.columns import named_columns
from banyan.kit.tablefile import TableFault

CATALOGUE_COLUMNS = ("provider", "resource", "item")
FORM_COLUMNS = ("form", "field")


def match_files(catalogue_csv: Path, form_csv: Path) -> list[dict[str, Any]]:
    """One answer per line of the form file, in its order; a line without a field name gets no matches.

    Both files are tables in UTF-8 or GB18030 with the columns ``provider,resource,item`` and ``form,field``; more
    columns do no harm. `MatchInputError` says in one sentence why a file cannot be used.
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
    """The values of the named columns, line by line."""
    try:
        yield from named_columns(path, columns)
    except TableFault as fault:
        raise MatchInputError(fault.sentence) from fault
