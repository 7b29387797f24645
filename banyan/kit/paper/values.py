"""What a paper is made of: a title, lines below it, sections of paragraphs and tables (文书内容).

Every text is already in the reader's language.
"""

from dataclasses import asdict, dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Cell:
    """One cell of a table, or a paragraph that leads somewhere (单元格)."""

    text: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table (表格); ``numbers`` are the places of the columns that are set to the right."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numbers: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if any(len(row) != len(self.head) for row in self.rows):
            raise ValueError(f"Every row of “{self.caption}” needs {len(self.head)} cells.")


@dataclass(frozen=True, kw_only=True)
class Section:
    """A numbered part of a paper (节): paragraphs, then tables."""

    title: str
    lines: tuple[str | Cell, ...] = ()
    grids: tuple[Grid, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A document read on A4 (文书): ``issuer`` stands above the title, ``lines`` below it, ``closing`` at the end."""

    title: str
    sections: tuple[Section, ...]
    lang: Literal["zh-Hans", "en"] = "zh-Hans"
    issuer: str = ""
    lines: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()


def plain(paper: Paper) -> dict[str, Any]:
    """The paper as values that JSON can hold; every paragraph as a cell."""
    told = asdict(paper)
    for section, of in zip(told["sections"], paper.sections, strict=True):
        section["lines"] = [asdict(one if isinstance(one, Cell) else Cell(one)) for one in of.lines]
        for grid in section["grids"]:
            grid["numbers"] = sorted(grid["numbers"])
    return told
