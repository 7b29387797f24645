"""Recall, precision and false alarms of the engine on the labelled entries."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from banyan.planning.similarity.register import SIMILAR, Register, Software

FOLDER = Path(__file__).parent / "evaluation"


@dataclass(frozen=True)
class Judged:
    """One labelled entry and what the engine gives every candidate (判例)."""

    entry: str
    split: str
    answers: frozenset[str]
    ranked: tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Figures:
    """How well the engine does at a threshold: shares from 0 to 1 (指标)."""

    recall: float
    precision: float
    false_alarms: float


def rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8") as file:
        yield from csv.DictReader(file)


def labelled_register() -> Register:
    """The register that the entries are labelled against."""
    return Register(
        Software(one["id"], one["name"], one["purpose"], one["functions"]) for one in rows("register")
    )


def judged(register: Register) -> list[Judged]:
    """Every labelled entry with the scores of its candidates."""
    return [
        Judged(
            one["entry"],
            one["split"],
            frozenset(one["answers"].split(";")) - {""},
            tuple(register.scored(one["name"], one["purpose"], one["functions"])),
        )
        for one in rows("entries")
    ]


def figures(entries: list[Judged], threshold: float = SIMILAR) -> Figures:
    """Recall at five, precision of the first answer, and the share of entries without counterpart that get one."""
    with_answer = [one for one in entries if one.answers]
    without = [one for one in entries if not one.answers]
    given = {one.entry: [key for score, key in one.ranked if score >= threshold][:5] for one in entries}
    found = sum(bool(one.answers & set(given[one.entry])) for one in with_answer)
    first = [one for one in entries if given[one.entry]]
    right = sum(given[one.entry][0] in one.answers for one in first)
    alarms = sum(bool(given[one.entry]) for one in without)
    return Figures(
        found / max(1, len(with_answer)), right / max(1, len(first)), alarms / max(1, len(without))
    )
