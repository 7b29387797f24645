"""A gate: conditions, met or not (关口)."""

from dataclasses import dataclass
from typing import ClassVar

from banyan.desk.shapes.charts import Stretch, strip
from banyan.desk.shapes.forms import Form, Offer
from banyan.desk.shapes.values import Head, Link, State, Stopped, Tone


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
    picked: bool = True


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
