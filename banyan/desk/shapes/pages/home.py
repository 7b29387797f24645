"""The page that a person begins with: what they owe, what they wait for, what changed (首页)."""

from dataclasses import dataclass
from typing import ClassVar

from banyan.desk.shapes.frame import NavSection
from banyan.desk.shapes.tables import Empty
from banyan.desk.shapes.values import Clock, Event, Link, State


@dataclass(frozen=True, kw_only=True)
class Duty:
    """One line of what is owed (应办): what, for whom, under which article, until when, the button."""

    what: Link
    article: Link
    clock: Clock
    act: Link
    for_whom: str = ""
    said: str = ""


@dataclass(frozen=True, kw_only=True)
class Wait:
    """One thing that others owe (等他人办理)."""

    what: Link
    who: str
    article: Link
    clock: Clock


@dataclass(frozen=True)
class Before:
    """One object that stands before a gate of the officer's office (待过关口)."""

    what: Link
    state: State | None
    article: Link
    act: Link


@dataclass(frozen=True, kw_only=True)
class Home:
    """Home: what I owe, what waits on others, what changed since I was here (首页)."""

    template: ClassVar[str] = "desk/home.html"
    duties: tuple[Duty, ...]
    sums: tuple[State, ...] = ()
    all_duties: Link | None = None
    no_duties: Empty | None = None
    gates: tuple[Before, ...] = ()
    works: tuple[NavSection, ...] = ()
    waits: tuple[Wait, ...] = ()
    all_waits: Link | None = None
    changes: tuple[Event, ...] = ()
    all_changes: Link | None = None
    since: str = ""

    @property
    def is_light(self) -> bool:
        """Whether others owe more than I do: that then stands in the wide column, under what I owe."""
        return len(self.duties) + len(self.gates) < len(self.waits)
