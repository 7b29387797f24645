"""Reads a table of a TOML file cell by cell and notes what its editor must put right."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from banyan.kit.sentence import Sentence, say
from banyan.law.problems import Problems

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True)
class Table:
    """One table and where it stands, e.g. ``parameters.toml [grant.longest]``.

    A cell that is missing or wrong is noted in ``problems`` and read as an empty value, so that one reading
    finds every mistake; whoever reads stops at the end if anything was noted.
    """

    where: str
    cells: Mapping[str, Any]
    problems: Problems

    def note(self, what: Sentence) -> None:
        """Note a mistake in this table."""
        self.problems.add(self.where, what)

    def only(self, names: Iterable[str]) -> None:
        """Note every cell that is not one of ``names``; most are mistyped."""
        known = sorted(names)
        for name in self.cells:
            if name not in known:
                self.note(say("«{name}» is not known here; use {names}.", name=name, names=", ".join(known)))

    def text(self, name: str, *, needed: bool = True) -> str:
        """The cell as text."""
        cell = self.cells.get(name, "")
        if isinstance(cell, str) and (cell or not needed):
            return cell
        self.note(say("«{name}» must be a text in quotation marks.", name=name))
        return ""

    def texts(self, name: str, *, needed: bool = True) -> tuple[str, ...]:
        """The cell as a list of texts."""
        cell = self.cells.get(name, [])
        if isinstance(cell, list) and all(isinstance(each, str) for each in cell) and (cell or not needed):
            return tuple(cell)
        self.note(say('«{name}» must be a list of texts, like ["25.1-c"].', name=name))
        return ()

    def day(self, name: str) -> date | None:
        """The cell as a day; None if it is not there."""
        cell = self.cells.get(name)
        if cell is None or type(cell) is date:
            return cell
        self.note(say("«{name}» must be a day like 2025-08-01, without quotation marks.", name=name))
        return None

    def choice(self, name: str, choices: type[Choice], cell: object = None) -> Choice:
        """The cell (or ``cell``) as one of ``choices``; the first of them if it is none."""
        word = self.cells.get(name) if cell is None else cell
        for choice in choices:
            if choice.value == word:
                return choice
        self.note(say("«{name}» must be one of {choices}.", name=name, choices=", ".join(choices)))
        return next(iter(choices))

    def tables(self, name: str, *, needed: bool = True) -> Iterator["Table"]:
        """The cell as a list of tables."""
        cell = self.cells.get(name, [])
        if (
            not isinstance(cell, list)
            or not all(isinstance(each, dict) for each in cell)
            or (needed and not cell)
        ):
            self.note(say("«{name}» must be a list of tables in braces.", name=name))
            return
        for each in cell:
            yield Table(self.where, each, self.problems)


def tables_of(
    file: str, cells: Mapping[str, Any], problems: Problems, prefix: str = ""
) -> Iterator[tuple[str, Table]]:
    """The tables of a file by name; a cell outside every table is noted."""
    for name, cell in cells.items():
        table = Table(f"{file} [{prefix}{name}]", cell if isinstance(cell, dict) else {}, problems)
        if not isinstance(cell, dict):
            table.note(say("This must be a table."))
        yield name, table
