"""Reads of the framework, plans and schemes, and the facts of their rules."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max, Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.kinds import MANAGING
from banyan.bodies.models import Body
from banyan.bodies.queries import watched
from banyan.kit.text import cells_of
from banyan.planning.models import Plan, PlanItem, PlanKind
from banyan.planning.rules.plans import ApprovalFacts, DraftFacts, PlanFacts

ABOVE = {PlanKind.CITY: PlanKind.PROVINCIAL, PlanKind.SCHEME: PlanKind.PROVINCIAL}
ON_THE_WAY = ["draft", "submitted", "approved", "filing", "returned", "filed"]
PUBLIC = ["published", "superseded"]


@dataclass(frozen=True)
class Line:
    """One line of a plan's items as it was typed: number, title, number of the item above, regional reason."""

    number: str
    title: str
    above: str
    reason: str

    @property
    def is_too_long(self) -> bool:
        """Whether more is written than an item of a plan keeps."""
        return len(self.number) > 20 or max(len(self.title), len(self.reason)) > 200


def lines_of(text: str) -> tuple[list[Line], list[str]]:
    """The items of a typed list, and the lines that are none."""
    lines, unreadable = [], []
    for raw in (text or "").splitlines():
        if not raw.strip():
            continue
        cells = [*cells_of(raw), "", "", ""]
        line = Line(*cells[:4])
        if any(cells[4:]) or not line.number or not line.title or line.is_too_long:
            unreadable.append(raw[:40])
        else:
            lines.append(line)
    return lines, unreadable


def in_force(kind: str, body: Body | None = None) -> Plan | None:
    """The published edition of a document, of a body where it is not the province's."""
    rows = Plan.objects.filter(kind=kind, state=Plan.State.PUBLISHED)
    return (rows.filter(body=body) if body else rows).first()


def in_force_on(day: date) -> Q:
    """What an edition in force on a day meets."""
    return Q(published_on__lte=day) & (Q(superseded_on__isnull=True) | Q(superseded_on__gt=day))


def items_above(kind: str) -> dict[str, PlanItem]:
    """The items of the plan above, by number."""
    above = in_force(ABOVE[PlanKind(kind)]) if kind in ABOVE else None
    return {item.number: item for item in above.items.all()} if above else {}


def draft_facts(on: Any, asked: Any) -> DraftFacts:
    """What the rules of ``draft_plan`` may know."""
    kind = str(asked.kind or "")
    lines, unreadable = lines_of(asked.items)
    body = asked.by.body if asked.by else 0
    other = Plan.objects.filter(kind=kind, body=body, state__in=ON_THE_WAY).first()
    above = items_above(kind) if kind else {}
    uncited = [line.number for line in lines if kind in ABOVE and line.above not in above and not line.reason]
    counted = Counter(line.number for line in lines)
    return DraftFacts(
        body_kind=asked.by.body_kind if asked.by else "",
        level=asked.by.level if asked.by else "",
        in_work=str(other or ""),
        above_in_force=bool(above),
        uncited=tuple(uncited),
        repeated=tuple(number for number, times in counted.items() if times > 1),
        unreadable=tuple(unreadable),
        items=len(lines),
    )


def next_edition(kind: str, body: int) -> int:
    """The number of the edition that comes next."""
    last: int | None = Plan.objects.filter(kind=kind, body=body).aggregate(n=Max("edition"))["n"]
    return (last or 0) + 1


def plan_facts(on: Plan, asked: Any) -> PlanFacts:
    """What the rules of a plan on its way may know."""
    return PlanFacts(
        kind=on.kind,
        state=on.state,
        items=on.items.count(),
        consulted=bool(on.consulted),
        approved=on.approval_number,
        filed=on.filing_number,
    )


def approval_facts(on: Any, asked: Any) -> ApprovalFacts:
    """What the rule of recording an approval may know."""
    return ApprovalFacts(clock.today())


def visible_plans(actor: Actor) -> QuerySet[Plan]:
    """What is published for everybody; what is on its way for those who work on it and watch over them."""
    rows = Plan.objects.select_related("body")
    if not actor.offices:
        return rows.filter(state__in=PUBLIC)
    filing = Q(kind__in=[PlanKind.CITY, PlanKind.SCHEME]) & Q(
        pk__in=[] if not _is_provincial_office(actor) else Plan.objects.all()
    )
    return rows.filter(Q(state__in=PUBLIC) | Q(body__in=watched(actor).values("pk")) | filing)


def _is_provincial_office(actor: Actor) -> bool:
    return any(held.body_kind == MANAGING and held.level == "province" for held in actor.offices)


def items_to_cite(on: Any, actor: Actor) -> QuerySet[PlanItem]:
    """Items of published plans that a project may cite."""
    return PlanItem.objects.filter(plan__state=Plan.State.PUBLISHED).select_related("plan")
