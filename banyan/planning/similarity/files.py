"""Asking a register file for the software that entries of another file resemble: two tables in, one answer per line."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from banyan.kit.columns import named_columns
from banyan.kit.tablefile import TableFault
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
        yield from filter(any, named_columns(path, columns))
    except TableFault as fault:
        raise SimilarityInputError(fault.sentence) from fault
