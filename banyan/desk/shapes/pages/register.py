"""A register: its rows, filters and proof (登记簿)."""

from dataclasses import dataclass
from typing import ClassVar

from banyan.desk.shapes.charts import Bars
from banyan.desk.shapes.forms import Form, Offer
from banyan.desk.shapes.frame import NavLink
from banyan.desk.shapes.tables import Empty, Table
from banyan.desk.shapes.values import Facts, Link, State


@dataclass(frozen=True)
class Chip:
    """A filter in force, and the address without it (筛选标签)."""

    label: str
    value: str
    remove: str


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What the log proves (证明): up to where it is anchored, what is not yet, how to verify it without Banyan."""

    state: State
    anchored: str
    pending: str = ""
    facts: tuple[Facts, ...] = ()
    downloads: tuple[Link, ...] = ()
    command: str = ""
    command_help: str = ""


@dataclass(frozen=True, kw_only=True)
class Register:
    """Register: a table with filters that live in the address, paged by key, no exact counts (登记簿).

    ``filters`` and ``columns`` are forms sent by GET; ``hidden`` of the filters carries sort and view. ``choice``
    is a form that stands open, for what must be chosen before there are rows; ``told`` are facts about the choice.
    """

    template: ClassVar[str] = "desk/register.html"
    title: str
    table: Table
    said: str = ""
    article: Link | None = None
    size: str = ""
    search: str = ""
    filters: Form | None = None
    chips: tuple[Chip, ...] = ()
    clear: str = ""
    views: tuple[NavLink, ...] = ()
    keep_view: Link | None = None
    columns: Form | None = None
    first: str = ""
    previous: str = ""
    next: str = ""
    exports: tuple[Link, ...] = ()
    acts: tuple[Offer, ...] = ()
    empty: Empty | None = None
    chart: Bars | None = None
    proof: Proof | None = None
    choice: Form | None = None
    told: tuple[Facts, ...] = ()
    sums: tuple[State, ...] = ()
