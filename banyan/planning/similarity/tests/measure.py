"""How well a way of finding does on the labelled set (标注集): recall at five, precision at one, false alarms."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "evaluation"
Row = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """An entry with the ids of the software that is similar; none when it has no counterpart."""

    entry: str
    name: str
    purpose: str
    functions: str
    split: str
    kind: str
    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ranked:
    """What a way of finding says of an entry: ids, most similar first, and their scores."""

    ids: tuple[str, ...]
    scores: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1.

    ``recall`` of the entries with a counterpart the share with a right answer among five; ``precision`` of the answered
    entries that have a counterpart the share whose first answer is right; ``found`` of all that have one; ``alarms`` of
    the entries without a counterpart the share that got an answer; ``silence`` of the entries answered by none the
    share that has no counterpart.
    """

    entries: int
    without: int
    recall: float
    precision: float
    found: float
    alarms: float
    silence: float


def register_rows() -> list[Row]:
    """The register of the labelled set."""
    return [(row["id"], row["name"], row["purpose"], row["functions"]) for row in _rows("register")]


def labelled_entries() -> list[Labelled]:
    """The entries of the labelled set with the right answers."""
    return [
        Labelled(
            row["entry"],
            row["name"],
            row["purpose"],
            row["functions"],
            row["split"],
            row["kind"],
            frozenset(row["right"].split()),
        )
        for row in _rows("entries")
    ]


def fresh_register(number: int) -> list[Row]:
    """The register of a fresh set, numbered in the order in which they were opened."""
    return [
        (row["id"], row["name"], row["purpose"], row["functions"])
        for row in _rows(f"fresh/{number}-register")
    ]


def fresh_entries(number: int) -> list[Labelled]:
    """The entries of a fresh set with the right answers."""
    return [
        Labelled(
            row["entry"],
            row["name"],
            row["purpose"],
            row["functions"],
            f"fresh {number}",
            "",
            frozenset(row["right"].split()),
        )
        for row in _rows(f"fresh/{number}-entries")
    ]


def tally(answers: Iterable[tuple[Labelled, Ranked]], threshold: float, beside: float = 0.8) -> Figures:
    """The figures when the first answer must reach ``threshold`` and the others a share of it."""
    known = [(labelled, _accepted(ranked, threshold, beside)) for labelled, ranked in answers]
    having = [(labelled, ids) for labelled, ids in known if labelled.right]
    answered = [(labelled, ids) for labelled, ids in having if ids]
    first = sum(ids[0] in labelled.right for labelled, ids in answered)
    without = [ids for labelled, ids in known if not labelled.right]
    return Figures(
        entries=len(known),
        without=len(without),
        recall=_share(sum(bool(labelled.right & set(ids)) for labelled, ids in having), len(having)),
        precision=_share(first, len(answered)),
        found=_share(first, len(having)),
        alarms=_share(sum(bool(ids) for ids in without), len(without)),
        silence=_share(sum(not ids for ids in without), sum(not ids for _, ids in known)),
    )


def _accepted(ranked: Ranked, threshold: float, beside: float) -> tuple[str, ...]:
    if not ranked.scores or ranked.scores[0] < threshold:
        return ()
    pairs = zip(ranked.ids[:5], ranked.scores[:5], strict=True)
    return tuple(identifier for identifier, score in pairs if score >= beside * threshold)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _rows(stem: str) -> list[dict[str, str]]:
    with (FOLDER / f"{stem}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
