"""A batch of rows as columns of text, ready to be checked; and the rows that do not even fit the columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

import polars as pl

from banyan.lake.faults import Fault

Line = tuple[int, Sequence[str]]
"""A row number and its cells."""


@dataclass(frozen=True)
class BadRow:
    """A row that breaks rules (不合格行), with each fault as field, rule and value."""

    line: int
    data: dict[str, str]
    faults: list[Fault]


@dataclass(frozen=True)
class Batch:
    """Rows by column (批次): ``lines`` their numbers, ``torn`` those with another number of cells."""

    lines: pl.Series
    frame: pl.DataFrame
    torn: list[BadRow]


def batch_of(columns: Sequence[str], lines: Sequence[Line]) -> Batch:
    """The cells under their items, without the blanks around them; rows that are blank altogether are none."""
    whole, torn = lines, []
    if {len(cells) for _, cells in lines} != {len(columns)}:
        fitted = [(line, _fitted(cells, len(columns))) for line, cells in lines if any(cells)]
        whole = [(line, cells) for line, cells in fitted if len(cells) == len(columns)]
        torn = [_torn(columns, line, cells) for line, cells in fitted if len(cells) != len(columns)]
    numbers = pl.Series([line for line, _ in whole], dtype=pl.UInt32)
    series = [
        pl.Series(name, [cells[place] for _, cells in whole], dtype=pl.String)
        for place, name in enumerate(columns)
    ]
    frame = pl.DataFrame(series).select(pl.all().str.strip_chars())
    is_there = frame.select(pl.any_horizontal(pl.all() != "")).to_series()
    return Batch(numbers.filter(is_there), frame.filter(is_there), torn)


def _fitted(cells: Sequence[str], width: int) -> Sequence[str]:
    """The cells without the empty ones behind the last column."""
    return cells if any(cells[width:]) else cells[:width]


def _torn(columns: Sequence[str], line: int, cells: Sequence[str]) -> BadRow:
    named = dict(zip_longest(columns, cells[: len(columns)], fillvalue=""))
    beyond = {f"#{place}": cell for place, cell in enumerate(cells[len(columns) :], len(columns) + 1)}
    return BadRow(line, {**named, **beyond}, [{"field": "", "rule": "columns", "value": str(len(cells))}])
