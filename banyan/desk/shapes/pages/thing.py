"""An object with its acts and history, and a decision on it (对象与决定)."""

from dataclasses import dataclass
from typing import ClassVar

from banyan.desk.shapes.charts import Bars
from banyan.desk.shapes.forms import Form, Offer
from banyan.desk.shapes.tables import Related, Table
from banyan.desk.shapes.values import Event, Facts, Head, Link, Stopped


@dataclass(frozen=True)
class Other:
    """An act that other offices can do now, and which (他人可办)."""

    what: Link
    who: str


@dataclass(frozen=True, kw_only=True)
class Object:
    """Object: its facts, what can happen now and what cannot and why, its history in sentences (对象)."""

    template: ClassVar[str] = "desk/object.html"
    head: Head
    facts: tuple[Facts, ...]
    can: tuple[Offer, ...] = ()
    cannot: tuple[Stopped, ...] = ()
    later: tuple[Stopped, ...] = ()
    begin: tuple[Offer, ...] = ()
    nothing: str = ""
    others: tuple[Other, ...] = ()
    related: tuple[Related, ...] = ()
    charts: tuple[Bars, ...] = ()
    history: tuple[Event, ...] = ()
    older: Link | None = None
    export: Link | None = None


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Decision: all that a person needs to decide, and the lawful answers side by side (决定)."""

    template: ClassVar[str] = "desk/decision.html"
    head: Head
    asked: str
    law: Facts
    items: Table
    effects: Facts
    answers: tuple[Form, ...]
    items_note: str = ""
    before: tuple[Event, ...] = ()
    no_before: str = ""
    record: Link | None = None
