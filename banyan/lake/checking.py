"""Checking rows in batches: one answer for all rows, and for the few that are wrong each fault by name.

No type is guessed: every value is text as it was delivered, without the blanks around it.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

import polars as pl

from banyan.kit.secrecy import demand_unmarked
from banyan.lake.batch import BadRow, Batch, Line, batch_of
from banyan.lake.checks import Check, checks_of, key_of
from banyan.lake.faults import Fault
from banyan.lake.items import ItemRule, region_item

GoodRow = tuple[str, str, str]
"""The key, the region and the canonical JSON of a good row."""


@dataclass(frozen=True)
class Checked:
    """What became of a batch (校验结果)."""

    good: list[GoodRow]
    bad: list[BadRow]


def _marked_perhaps(batch: Batch) -> Iterable[tuple[int, Iterable[str]]]:
    """The few rows that a mark of secrecy may stand in."""
    doubtful = batch.frame.select(pl.any_horizontal(pl.all().str.contains("密|(?i)secret"))).to_series()
    yield from ((batch.lines[place], batch.frame.row(place)) for place in doubtful.arg_true())
    yield from ((torn.line, torn.data.values()) for torn in batch.torn)


def rows_digest(rows: Iterable[GoodRow]) -> str:
    """The digest of a version (行摘要): ``sha256:`` and the SHA-256 over its rows in the byte order of their keys.

    Of each row enter key, region and data, parted by tabs and ended by a line feed; no key, region or JSON has either.
    """
    running = hashlib.sha256()
    for row in rows:
        running.update("\t".join(row).encode())
        running.update(b"\n")
    return f"sha256:{running.hexdigest()}"


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

    def check(self, columns: Sequence[str], lines: Sequence[Line]) -> Checked:
        """Part these rows into good and bad ones; ``columns`` are the items of their cells.

        MarkedSecret at the first row that is marked as a State secret (article 22).
        """
        batch = batch_of(columns, lines)
        demand_unmarked(_marked_perhaps(batch))
        stored = batch.frame.select(self._stored)
        faulty = self._faulty(batch.frame)
        repeated = self._repeated(stored["key"], ~_any(faulty, len(stored)))
        is_bad = _any([*faulty, repeated], len(stored))
        bad = (self._bad_row(batch, place, faulty) for place in is_bad.arg_true())
        return Checked(list(zip(*stored.filter(~is_bad), strict=True)), [*batch.torn, *bad])

    def _faulty(self, frame: pl.DataFrame) -> list[pl.Series]:
        """For each check, which rows break it."""
        doubts = frame.select(check.doubts.alias(str(number)) for number, check in enumerate(self.checks))
        return [
            _judged(check, frame[check.item], one) for check, one in zip(self.checks, doubts, strict=True)
        ]

    def _repeated(self, keys: pl.Series, sound: pl.Series) -> pl.Series:
        """Which sound rows have the key of an earlier one; the first keeps it."""
        fresh = keys.filter(sound).to_list()
        known = set(fresh)
        if len(known) == len(fresh) and self.taken.isdisjoint(known):
            self.taken |= known
            return pl.repeat(value=False, n=len(keys), eager=True)
        repeated = [is_sound and self._was_taken(key) for key, is_sound in zip(keys, sound, strict=True)]
        return pl.Series(repeated, dtype=pl.Boolean)

    def _was_taken(self, key: str) -> bool:
        """Whether an earlier row has this key; it is taken from now on."""
        was_taken = key in self.taken
        self.taken.add(key)
        return was_taken

    def _bad_row(self, batch: Batch, place: int, faulty: Sequence[pl.Series]) -> BadRow:
        data: dict[str, str] = batch.frame.row(place, named=True)
        broken = [check for check, rows in zip(self.checks, faulty, strict=True) if rows[place]]
        faults = [{"field": one.item, "rule": one.rule, "value": data[one.item]} for one in broken]
        return BadRow(batch.lines[place], data, faults or [self._repeats(data)])

    def _repeats(self, data: Mapping[str, str]) -> Fault:
        key = "|".join(data[name] for name in self._keys)
        return {"field": "、".join(self._keys), "rule": "duplicate_key", "value": key}


def _judged(check: Check, values: pl.Series, doubts: pl.Series) -> pl.Series:
    """Which rows break a check: of those in doubt, the ones that its judge refuses."""
    if check.judge is None or not doubts.any():
        return doubts
    wrong = [value for value in values.filter(doubts).unique() if not check.judge(value)]
    return doubts & values.is_in(wrong)


def _any(faulty: Iterable[pl.Series], height: int) -> pl.Series:
    return reduce(or_, faulty, pl.repeat(value=False, n=height, eager=True))
