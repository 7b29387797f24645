"""Checking rows in batches: one answer for all rows, and for the few that are wrong each fault by name.

No type is guessed: every value is text as it was delivered, without the blanks around it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import zip_longest
from operator import or_

import polars as pl

from banyan.lake.checks import Check, checks_of, key_of
from banyan.lake.faults import Fault
from banyan.lake.items import ItemRule, region_item

Line = tuple[int, Sequence[str]]
"""A row number and its cells."""

GoodRow = tuple[str, str, str]
"""The key, the region and the canonical JSON of a good row."""

REPEATED = -1


@dataclass(frozen=True)
class BadRow:
    """A row that breaks rules (不合格行), with each fault as field, rule and value."""

    line: int
    data: dict[str, str]
    faults: list[Fault]


@dataclass(frozen=True)
class Checked:
    """What became of a batch (校验结果)."""

    good: list[GoodRow]
    bad: list[BadRow]


class Checker:
    """Checks the rows of one load (校验器) against the items of its resource; remembers the keys of good rows.

    ``regions_here`` are the region codes that exist below the prefix ``here``, ``taken`` the keys that good rows of
    the version already have.
    """

    def __init__(
        self,
        items: Sequence[ItemRule],
        *,
        regions_here: Collection[str] = (),
        here: str = "",
        taken: Iterable[str] = (),
    ) -> None:
        self.taken = set(taken)
        self.checks = tuple(checks_of(items, regions_here, here))
        self._keys = [item.name for item in items if item.is_key]
        region = region_item(items)
        names = sorted((item.name for item in items), key=lambda name: name.encode("utf-16-be"))
        self._stored = (
            key_of(items).alias("key"),
            (pl.col(region) if region else pl.lit("")).alias("region"),
            pl.struct(names).struct.json_encode().alias("data"),
        )

    def check(self, columns: Sequence[str], lines: Iterable[Line]) -> Checked:
        """Part these rows into good and bad ones; ``columns`` are the items of their cells, blank rows are none."""
        whole, torn = _of_one_width(columns, lines)
        frame = _frame(columns, [cells for _, cells in whole])
        faulty = self._faulty(frame)
        stored = frame.select(self._stored)
        faulty[REPEATED] = self._repeated(stored["key"], ~_any(faulty, frame.height))
        is_bad = _any(faulty, frame.height)
        return Checked(
            good=list(zip(*stored.filter(~is_bad), strict=True)),
            bad=[*torn, *self._bad(is_bad.arg_true().to_list(), whole, frame, faulty)],
        )

    def _faulty(self, frame: pl.DataFrame) -> dict[int, pl.Series]:
        """For each check by its number, which rows break it."""
        doubts = frame.select(check.doubts.alias(str(number)) for number, check in enumerate(self.checks))
        return {
            number: self._judged(check, frame[check.item], doubts[str(number)])
            for number, check in enumerate(self.checks)
        }

    def _judged(self, check: Check, values: pl.Series, doubts: pl.Series) -> pl.Series:
        if check.judge is None or not doubts.any():
            return doubts
        wrong = [value for value in values.filter(doubts).unique() if not check.judge(value)]
        return doubts & values.is_in(wrong)

    def _repeated(self, keys: pl.Series, sound: pl.Series) -> pl.Series:
        """Which sound rows have the key of an earlier one; the first keeps it."""
        repeated = []
        for key, is_sound in zip(keys, sound, strict=True):
            repeated.append(is_sound and key in self.taken)
            if is_sound:
                self.taken.add(key)
        return pl.Series(repeated, dtype=pl.Boolean)

    def _bad(
        self,
        places: Iterable[int],
        whole: Sequence[Line],
        frame: pl.DataFrame,
        faulty: Mapping[int, pl.Series],
    ) -> Iterator[BadRow]:
        broken = [(number, rows) for number, rows in faulty.items() if rows.any()]
        for place in places:
            data: dict[str, str] = frame.row(place, named=True)
            yield BadRow(
                whole[place][0], data, [self._fault(number, data) for number, rows in broken if rows[place]]
            )

    def _fault(self, number: int, data: Mapping[str, str]) -> Fault:
        if number == REPEATED:
            key = "|".join(data[name] for name in self._keys)
            return {"field": "、".join(self._keys), "rule": "duplicate_key", "value": key}
        check = self.checks[number]
        return {"field": check.item, "rule": check.rule, "value": data[check.item]}


def _any(faulty: Mapping[int, pl.Series], height: int) -> pl.Series:
    return reduce(or_, faulty.values(), pl.repeat(value=False, n=height, eager=True))


def _of_one_width(columns: Sequence[str], lines: Iterable[Line]) -> tuple[list[Line], list[BadRow]]:
    """The rows with as many cells as columns, empty ones behind the last column left off; and the torn ones."""
    whole: list[Line] = []
    torn: list[BadRow] = []
    width = len(columns)
    for line, cells in lines:
        if not any(cells):
            continue
        if len(cells) == width or (len(cells) > width and not any(cells[width:])):
            whole.append((line, cells[:width]))
        else:
            torn.append(_torn(columns, line, cells))
    return whole, torn


def _torn(columns: Sequence[str], line: int, cells: Sequence[str]) -> BadRow:
    named = dict(zip_longest(columns, cells[: len(columns)], fillvalue=""))
    beyond = {f"#{place}": cell for place, cell in enumerate(cells[len(columns) :], len(columns) + 1)}
    return BadRow(line, {**named, **beyond}, [{"field": "", "rule": "columns", "value": str(len(cells))}])


def _frame(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> pl.DataFrame:
    cells: Iterable[Sequence[str]] = zip(*rows, strict=True) if rows else [()] * len(columns)
    series = [pl.Series(name, column, dtype=pl.String) for name, column in zip(columns, cells, strict=True)]
    return pl.DataFrame(series).select(pl.all().str.strip_chars())
