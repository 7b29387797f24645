"""Reads ``parameters.toml``: tables of dated values, checked line by line."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from banyan.kit.sentence import say
from banyan.law.norms import Article, Norm
from banyan.law.parameters import Parameter, Value
from banyan.law.problems import LawError, Problems
from banyan.law.sources import Source, source_of
from banyan.law.tables import Table, tables_of
from banyan.law.units import Amount, Certainty, Unit, fits

TABLE = ("zh", "en", "unit", "norms", "values")
LINE = ("value", "unit", "from", "until", "source", "articles", "certainty", "note_zh", "note_en")


@dataclass(frozen=True)
class ParameterReader:
    """Turns the tables of one pack into parameters; every mistake goes to ``problems``."""

    sources: Mapping[str, Source]
    known: AbstractSet[Norm]
    problems: Problems

    def read(self, cells: Mapping[str, Any]) -> dict[str, Parameter]:
        """The parameters by name; nested tables join their names with a full stop."""
        return {name: self._parameter(name, table) for name, table in self._named(cells, "")}

    def _named(self, cells: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Table]]:
        """Every parameter's name and table; a table of nothing but tables is a group."""
        for name, table in tables_of("parameters.toml", cells, self.problems, prefix):
            if table.cells and all(isinstance(cell, dict) for cell in table.cells.values()):
                yield from self._named(table.cells, f"{prefix}{name}.")
            else:
                yield f"{prefix}{name}", table

    def _parameter(self, name: str, table: Table) -> Parameter:
        table.only(TABLE)
        norms = tuple(self._norms(table))
        values = tuple(self._value(name, norms, table, line) for line in table.tables("values"))
        _expect_order(table, values)
        return Parameter(name, table.text("zh"), table.text("en"), norms, values)

    def _norms(self, table: Table) -> Iterator[Norm]:
        for key in table.texts("norms"):
            try:
                norm = Norm(key)
            except LawError as error:
                table.note(error.sentence)
                continue
            if norm not in self.known:
                table.note(say("There is no norm «{key}» in norms.csv.", key=key))
            yield norm

    def _value(self, name: str, norms: tuple[Norm, ...], table: Table, line: Table) -> Value:
        line.only(LINE)
        unit = table.choice("unit", Unit, line.cells.get("unit"))
        return Value(
            name,
            _amount(line, unit),
            unit,
            source_of(line, self.sources),
            _articles(line),
            line.choice("certainty", Certainty),
            norms,
            line.day("from"),
            line.day("until"),
            line.text("note_zh", needed=False),
            line.text("note_en", needed=False),
        )


def _amount(line: Table, unit: Unit) -> Amount:
    cell: Any = line.cells.get("value")
    amount = tuple(cell) if isinstance(cell, list) else cell
    if not fits(amount, unit):
        line.note(say("«{value}» cannot be counted in {unit}.", value=str(cell), unit=unit.value))
        return 0
    return amount


def _articles(line: Table) -> tuple[Article, ...]:
    try:
        return tuple(Article(reference) for reference in line.texts("articles", needed=False))
    except LawError as error:
        line.note(error.sentence)
        return ()


def _expect_order(table: Table, values: tuple[Value, ...]) -> None:
    for value in values:
        if value.since and value.until and value.until < value.since:
            table.note(say("A value cannot end before it begins."))
    for earlier, later in pairwise(values):
        end = earlier.until or earlier.since
        if later.since is None or (end and later.since <= end):
            table.note(say("Put the values oldest first; each begins after the one before it ends."))
