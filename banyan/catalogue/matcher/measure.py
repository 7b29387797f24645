"""How well a way of matching does on the labelled set (标注集): precision at one, recall at five, false alarms."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from banyan.catalogue.matcher.matcher import Matcher
from banyan.catalogue.matcher.values import CatalogueItem, FormField

FOLDER = Path(__file__).parent / "evaluation"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A field with the numbers of all items that mean the same; none when it has no counterpart."""

    field: FormField
    split: str
    hard: bool
    right: frozenset[int]


@dataclass(frozen=True, slots=True)
class Ranked:
    """What a way of matching says of a field: item numbers, nearest first, and the score of the first."""

    refs: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1.

    ``precision`` of the accepted answers the share that is right; ``found`` of the fields with a counterpart the share
    answered rightly; ``recall`` of these the share with a right item among five; ``alarms`` of the fields without a
    counterpart the share that got an answer.
    """

    fields: int
    without: int
    precision: float
    found: float
    recall: float
    alarms: float


def labelled_items() -> list[CatalogueItem]:
    """The catalogue of the labelled set; ``ref`` is the item's number."""
    return [
        CatalogueItem(row["provider"], row["resource"], row["item"], int(row["ref"]))
        for row in _rows("items")
    ]


def labelled_fields() -> list[Labelled]:
    """The fields of the labelled set with the right answers."""
    right: defaultdict[str, set[int]] = defaultdict(set)
    for row in _rows("truth"):
        right[row["field_ref"]].add(int(row["item_ref"]))
    return [
        Labelled(
            FormField(row["form"], row["field"]),
            row["split"],
            row["hard"] == "yes",
            frozenset(right[row["ref"]]),
        )
        for row in _rows("fields")
    ]


def fresh_items(number: int) -> list[CatalogueItem]:
    """The catalogue of a fresh set, numbered in the order in which they were opened."""
    rows = _rows(f"fresh/{number}-items")
    return [CatalogueItem(one["provider"], one["resource"], one["item"], ref) for ref, one in enumerate(rows)]


def fresh_fields(number: int) -> list[Labelled]:
    """The fields of a fresh set; a right item is one that carries the same meaning, alone or among others."""
    places: defaultdict[str, set[int]] = defaultdict(set)
    for ref, one in enumerate(_rows(f"fresh/{number}-items")):
        for meaning in one["meaning"].split():
            places[meaning].add(ref)
    return [
        Labelled(
            FormField(row["form"], row["field"]),
            f"fresh {number}",
            False,
            frozenset(places[row["meaning"]] if row["meaning"] else ()),
        )
        for row in _rows(f"fresh/{number}-fields")
    ]


def answered(matcher: Matcher, fields: Sequence[Labelled]) -> list[tuple[Labelled, Ranked]]:
    """What the matcher says of each field of whole forms."""
    answers = matcher.match_form([labelled.field for labelled in fields])
    return [
        (
            labelled,
            Ranked(
                tuple(match.item.ref for match in answer.matches if match.item.ref is not None),
                answer.matches[0].score if answer.matches else 0.0,
            ),
        )
        for labelled, answer in zip(fields, answers, strict=True)
    ]


def tally(answers: Iterable[tuple[Labelled, Ranked]], threshold: float) -> Figures:
    """The figures of answers of which the first item is accepted at or above ``threshold``."""
    known = list(answers)
    with_counterpart = [pair for pair in known if pair[0].right]
    accepted = [pair for pair in known if pair[1].refs and pair[1].score >= threshold]
    right = [pair for pair in accepted if pair[1].refs[0] in pair[0].right]
    alarms = [pair for pair in accepted if not pair[0].right]
    among_five = [pair for pair in with_counterpart if pair[0].right & set(pair[1].refs[:5])]
    without = len(known) - len(with_counterpart)
    answered = len(accepted) - len(alarms)
    return Figures(
        fields=len(known),
        without=without,
        precision=_share(len(right), answered),
        found=_share(len(right), len(with_counterpart)),
        recall=_share(len(among_five), len(with_counterpart)),
        alarms=_share(len(alarms), without),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _rows(stem: str) -> list[dict[str, str]]:
    with (FOLDER / f"{stem}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
