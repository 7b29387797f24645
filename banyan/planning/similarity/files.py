"""Asking a register file for the software that entries of another file resemble: two tables in, one answer per line."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from banyan.kit.columns import named_columns
from banyan.kit.sentence import say
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
    _demand_one_name_each(entries.name, [row[0] for row in asked])
    index = Register.build(_rows(register, REGISTER_COLUMNS))
    return [
        _as_dict(entry, index.similar(name, purpose, functions), translate)
        for entry, name, purpose, functions in asked
    ]


def _demand_one_name_each(file: str, names: Sequence[str]) -> None:
    """Answers are told apart by the entry: each is named, and none twice."""
    if "" in names:
        number = names.index("") + 1
        raise SimilarityInputError(
            say("Entry {number} of {file} has no name in the column entry.", number=number, file=file)
        )
    if twice := next((name for name, often in Counter(names).items() if often > 1), ""):
        raise SimilarityInputError(
            say("The entry {name} stands in {file} twice; name each once.", name=twice, file=file)
        )


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
