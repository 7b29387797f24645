"""Whether the rows of an inventory are right: by the lake's check of each item, and whether body and centre exist."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from banyan.acts.sentences import stored
from banyan.infrastructure.inventory.sheets import CODE, Sheet, bodies_by_code, taken_keys
from banyan.infrastructure.models import DataCentre
from banyan.kit.sentence import say
from banyan.lake.checking import Checker

Lines = Sequence[tuple[int, Sequence[str]]]
Fault = dict[str, Any]


@dataclass(frozen=True)
class Sound:
    """A row that is right (合格行)."""

    line: int
    data: dict[str, str]


@dataclass(frozen=True)
class Unsound:
    """A row that is not, with each fault as field, rule and value (不合格行)."""

    line: int
    data: dict[str, str]
    faults: list[Fault]


def check(
    sheet: Sheet, columns: Sequence[str], lines: Lines, entered_before: frozenset[str] = frozenset()
) -> tuple[list[Sound], list[Unsound]]:
    """Part rows into right and wrong ones; keys in ``entered_before`` are this file's own and taken by nobody else."""
    checked = Checker(sheet.items, taken=taken_keys(sheet) - entered_before).check(columns, lines)
    bad = [Unsound(row.line, row.data, list(row.faults)) for row in checked.bad]
    wrong = {row.line for row in bad}
    whole = [Sound(line, _named(columns, cells)) for line, cells in lines if line not in wrong and any(cells)]
    known = bodies_by_code({row.data[CODE] for row in whole})
    good: list[Sound] = []
    for row in whole:
        faults = _unknown(row.data, set(known))
        if faults:
            bad.append(Unsound(row.line, row.data, faults))
        else:
            good.append(row)
    return good, sorted(bad, key=lambda row: row.line)


def faults_of(sheet: Sheet, data: dict[str, str]) -> list[Fault]:
    """What is wrong with one row."""
    columns = sheet.columns
    _good, bad = check(sheet, columns, [(1, [data.get(name, "") for name in columns])])
    return bad[0].faults if bad else []


def _named(columns: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    return {name: cell.strip() for name, cell in zip(columns, cells, strict=False)}


def _unknown(data: dict[str, str], known: set[str]) -> list[Fault]:
    faults: list[Fault] = []
    if data[CODE] not in known:
        because = stored(say("no active body has this code"))
        faults.append({"field": CODE, "rule": "unknown_body", "value": data[CODE], "because": because})
    centre = data.get("部署机房", "")
    if centre and DataCentre.objects.filter(name=centre).count() != 1:
        because = stored(say("not the name of exactly one data centre"))
        faults.append({"field": "部署机房", "rule": "unknown_centre", "value": centre, "because": because})
    return faults
