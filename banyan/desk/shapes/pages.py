"""The seven kinds of page, and the three that stand beside them: act form, sign-in, problem (七类页面)."""

from dataclasses import dataclass
from typing import ClassVar

from banyan.desk.shapes.charts import Bars, RegionMap, Stretch, Trend, strip
from banyan.desk.shapes.forms import Form, Offer
from banyan.desk.shapes.frame import Lang, NavLink, NavSection
from banyan.desk.shapes.picture import Picture
from banyan.desk.shapes.tables import Empty, Related, Table
from banyan.desk.shapes.values import Clock, Event, Facts, Head, Link, State, Stopped, Tone


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


@dataclass(frozen=True, kw_only=True)
class Condition:
    """One condition of a gate (条件): verdict, article, why, evidence, fix; ``pick`` is its value in the group act."""

    what: str
    verdict: State
    article: Link
    because: str = ""
    note: str = ""
    evidence: Link | None = None
    fix: Link | None = None
    pick: str = ""


WORST_FIRST: tuple[Tone, ...] = ("bad", "warn", "info", "quiet", "good")


@dataclass(frozen=True, kw_only=True)
class Gate:
    """Gate: a table of conditions, the failing ones first, counts at the top, one group act (关口).

    ``group`` is the form of the group act; ``picks`` names the field its checkboxes fill.
    """

    template: ClassVar[str] = "desk/gate.html"
    head: Head
    conditions: tuple[Condition, ...]
    sentence: str
    what: str
    group: Form | None = None
    picks: str = "pick"
    can: tuple[Offer, ...] = ()
    cannot: tuple[Stopped, ...] = ()

    @property
    def waits(self) -> Stopped | None:
        """The group act while it is stopped, with what no condition says of it."""
        return self.group.stopped if self.group else None

    @property
    def ordered(self) -> tuple[Condition, ...]:
        """The conditions with the worst first, otherwise in the order given."""
        return tuple(sorted(self.conditions, key=lambda one: WORST_FIRST.index(one.verdict.tone)))

    @property
    def total(self) -> int:
        return len(self.conditions)

    @property
    def held(self) -> int:
        return sum(one.verdict.tone == "good" for one in self.conditions)

    @property
    def strip(self) -> tuple[Stretch, ...]:
        return strip([one.verdict.tone for one in self.ordered])


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure with its trend, target and article (指标); ``url`` opens the rows behind it."""

    label: str
    value: str
    url: str
    unit: str = ""
    target: str = ""
    state: State | None = None
    trend: Trend | None = None
    article: Link | None = None


@dataclass(frozen=True, kw_only=True)
class Overview:
    """Overview: few figures, a map, a ranked list; every number opens to its rows (总览)."""

    template: ClassVar[str] = "desk/overview.html"
    title: str
    figures: tuple[Figure, ...]
    said: str = ""
    as_of: str = ""
    map: RegionMap | None = None
    ranked: Table | None = None
    ranked_more: Link | None = None
    tables: tuple[Table, ...] = ()
    charts: tuple[Bars, ...] = ()
    scopes: tuple[NavLink, ...] = ()
    shown: tuple[NavLink, ...] = ()
    levels: tuple[NavLink, ...] = ()
    ways: tuple[Link, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Status:
    """Status: which systems work, what is disturbed, what is maintained when; for anybody (运行状态)."""

    template: ClassVar[str] = "desk/status.html"
    title: str
    said: str
    as_of: str
    figures: tuple[Figure, ...]
    incidents: Table
    windows: Table
    systems: Table
    nothing: str
    search: str = ""
    next: str = ""


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


@dataclass(frozen=True, kw_only=True)
class ActForm:
    """An act on a page of its own; a script may lift the form into the object's page (办理页).

    ``downloads`` are files that help to fill it in.
    """

    template: ClassVar[str] = "desk/act_form.html"
    form: Form
    head: Head | None = None
    downloads: Facts | None = None


@dataclass(frozen=True, kw_only=True)
class SignIn:
    """Sign-in (登录): the form, other lawful ways in, and what the reader should know before."""

    template: ClassVar[str] = "desk/sign_in.html"
    title: str
    form: Form
    said: str = ""
    others: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    accounts: Table | None = None


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A page that cannot be shown (无法显示): what, why, what to do; ``reference`` is what to quote when asking."""

    template: ClassVar[str] = "desk/problem.html"
    status: int
    title: str
    because: str
    instead: str
    article: Link | None = None
    ways: tuple[Link, ...] = ()
    reference: str = ""


View = (
    Home
    | Register
    | Object
    | Decision
    | Gate
    | Overview
    | Status
    | Document
    | ActForm
    | SignIn
    | Problem
    | Picture
)
