"""The law, article by article, and what the system does beside it (文书)."""

from dataclasses import dataclass
from typing import ClassVar

from banyan.desk.shapes.frame import Lang, NavLink
from banyan.desk.shapes.tables import Table
from banyan.desk.shapes.values import Link, State


@dataclass(frozen=True, kw_only=True)
class Note:
    """What stands beside a norm (旁注): its kind, what the system does, live counts, open findings.

    ``doubt`` says how sure the words are, where they are not settled; ``serves`` names the principles it serves.
    """

    kind: str
    state: State
    said: str
    counts: tuple[Link, ...] = ()
    findings: Link | None = None
    code: str = ""
    doubt: State | None = None
    serves: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Line:
    """A paragraph in one language (行)."""

    text: str
    lang: Lang


@dataclass(frozen=True, kw_only=True)
class Provision:
    """One article or section with its anchor (条): the lines of its text, tables, and the notes beside it."""

    anchor: str
    number: str
    lines: tuple[Line, ...]
    notes: tuple[Note, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A chapter and its provisions (章)."""

    anchor: str
    title: str
    provisions: tuple[Provision, ...]


@dataclass(frozen=True, kw_only=True)
class Document:
    """Document: the law page, a plan, a statement, a report; readable, anchored, printed to A4 (文书).

    A long Chinese title breaks where it carries U+200B, so that no word is split.
    """

    template: ClassVar[str] = "desk/document.html"
    title: str
    chapters: tuple[Chapter, ...]
    lines: tuple[str, ...] = ()
    sums: tuple[State, ...] = ()
    texts: tuple[NavLink, ...] = ()
    ways: tuple[Link, ...] = ()
    downloads: tuple[Link, ...] = ()
    closing: tuple[str, ...] = ()
