"""The engine over two files, without a server: what ``banyan similar`` answers."""

import csv
import io
from pathlib import Path
from typing import Any

from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say
from banyan.planning.similarity.register import Register, Similar, Software

REGISTER = ("id", "name", "purpose", "functions")
ENTRIES = ("entry", "name", "purpose", "functions")


def answers(register: Path, entries: Path) -> list[dict[str, Any]]:
    """For each entry of a file what is similar to it in the register; SentenceError when a file cannot be read."""
    known = Register(Software(*(row[name] for name in REGISTER)) for row in _rows(register, REGISTER))
    return [_answer(row, known) for row in _rows(entries, ENTRIES)]


def _answer(row: dict[str, str], known: Register) -> dict[str, Any]:
    found = known.similar(row["name"], row["purpose"], row["functions"])
    return {"entry": row["entry"], "similar": [_plain(one) for one in found], "none": not found}


def _plain(one: Similar) -> dict[str, Any]:
    reasons = [
        {"function": pair.ours, "matches": pair.theirs, "score": pair.score, "why": str(pair.why)}
        for pair in one.pairs
    ]
    return {"id": one.id, "name": one.name, "score": one.score, "reasons": reasons}


def _rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    reader = csv.DictReader(io.StringIO(_text(path)))
    missing = [name for name in columns if name not in (reader.fieldnames or [])]
    if missing:
        raise SentenceError(
            say("{file} has no column {columns}.", file=path.name, columns=", ".join(missing))
        )
    try:
        return [{name: row[name] or "" for name in columns} for row in reader]
    except csv.Error as error:
        raise SentenceError(say("{file} is no CSV file: {why}.", file=path.name, why=str(error))) from error


def _text(path: Path) -> str:
    if not path.is_file():
        raise SentenceError(say("There is no file {file}.", file=str(path)))
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SentenceError(say("{file} is neither UTF-8 nor GB18030.", file=path.name))
