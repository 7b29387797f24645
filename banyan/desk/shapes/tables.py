"""Tables: columns, cells and what an empty list says (表格)."""

from dataclasses import dataclass
from typing import Literal

from banyan.desk.shapes.values import Link, State

FACTS_OF_A_CARD = 2
ROWS_ON_A_PHONE = 20
CellKind = Literal["text", "code", "date", "state", "number", "acts"]
Direction = Literal["", "ascending", "descending"]


@dataclass(frozen=True)
class Sort:
    """How a column is sorted now, and the address that sorts by it (排序)."""

    url: str
    direction: Direction = ""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a table (列)."""

    label: str
    kind: CellKind = "text"
    sort: Sort | None = None


@dataclass(frozen=True)
class Span:
    """A stretch of words; ``marked`` where it differs from what it is held against (异文); ``url`` leads on."""

    text: str
    marked: bool = False
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Saying:
    """One line within a cell (单元格内一行): words in stretches, a state as word and icon, a quieter note."""

    words: tuple[Span, ...]
    state: State | None = None
    note: str = ""


@dataclass(frozen=True)
class Cell:
    """One cell (单元格); ``note`` is a second, quieter line; ``state`` replaces the text in a state column.

    ``lines`` are for what one line cannot say.
    """

    text: str = ""
    url: str = ""
    note: str = ""
    state: State | None = None
    lines: tuple[Saying, ...] = ()

    @property
    def is_empty(self) -> bool:
        return self.text in ("", "—") and not (self.note or self.state or self.lines)


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table (表格); on a phone every row becomes a card headed by its first cell.

    ``nothing`` is what stands under the caption where there are no rows. That of a register shows only its first rows
    on a phone until the rest is asked for, and of each its name, its state and two facts.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    nothing: str = ""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"Every row of “{self.caption}” needs {len(self.columns)} cells.")

    @property
    def beyond(self) -> int:
        """How many rows a phone does not show at first."""
        return max(0, len(self.rows) - ROWS_ON_A_PHONE)

    def folded(self, row: tuple[Cell, ...]) -> frozenset[int]:
        """Which facts of a row stand folded on a phone; a single one is shown, for it takes no more room."""
        plain = [
            place
            for place, cell in enumerate(row)
            if place and not cell.is_empty and self.columns[place].kind not in ("state", "acts")
        ]
        return frozenset(plain[FACTS_OF_A_CARD:] if len(plain) > FACTS_OF_A_CARD + 1 else ())


@dataclass(frozen=True, kw_only=True)
class Empty:
    """What an empty list says (空表): what it is, why it is empty, the act that makes the first one."""

    what: str
    why: str
    act: Link | None = None


@dataclass(frozen=True, kw_only=True)
class Related:
    """A small list of things tied to an object (相关)."""

    table: Table
    more: Link | None = None
