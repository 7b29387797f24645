"""Reads of inspection plans and inspections, and the facts of their rules."""

from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.log import acts_log
from banyan.acts.models import Entry, Finding
from banyan.bodies.models import Body
from banyan.bodies.queries import watched, within
from banyan.kit.canonical import digest
from banyan.ledger.models import Checkpoint, Leaf, stored_bytes
from banyan.supervision.drawing import Candidate, weight_of
from banyan.supervision.models import CheckLine, Inspection, InspectionPlan, Material
from banyan.supervision.rules.inspections import CauseFacts, InspectionFacts, LineFacts, PlanFacts

NEVER = 730
"""A body that was never inspected weighs as one last inspected two years ago."""


def bodies_to_inspect(office: Body) -> QuerySet[Body]:
    """The bodies of the region that this managing department inspects."""
    region = within(office.region_code, office.level)
    kinds = [Body.Kind.GOVERNMENT, Body.Kind.SUPERVISION]
    return Body.objects.filter(region, state=Body.State.ACTIVE).exclude(Q(kind__in=kinds) | Q(pk=office.pk))


def candidates(office: Body) -> list[Candidate]:
    """The list to draw from as it stands now: each body with its weight, by code."""
    bodies = bodies_to_inspect(office)
    open_findings = dict(
        Finding.objects.filter(state=Finding.State.OPEN, body__in=bodies.values("pk"))
        .values_list("body")
        .annotate(Count("pk"))
    )
    last = dict(
        Inspection.objects.exclude(concluded_on=None).values_list("body").annotate(Max("concluded_on"))
    )
    today = clock.today()
    return [
        Candidate(code, weight_of(open_findings.get(pk, 0), (today - last[pk]).days if pk in last else NEVER))
        for pk, code in bodies.order_by("code").values_list("pk", "code")
    ]


def listing_digest(listed: list[list[Any]]) -> str:
    """The digest of a list to draw from, over its canonical JSON."""
    return digest(listed)


def listed_now(office: Body) -> list[list[Any]]:
    return [[one.code, one.weight] for one in candidates(office)]


def digest_now(on: InspectionPlan, actor: Actor) -> str:
    """The digest of the list as the form shows it."""
    return listing_digest(listed_now(on.office))


def anchor(plan: InspectionPlan) -> tuple[int, str] | None:
    """Size and root of the first checkpoint of the acts' log that covers the fixing of the list."""
    fixed = Entry.objects.filter(
        act="supervision.fix_list", noun="supervision.inspectionplan", object_id=plan.pk, outcome="done"
    )
    leaf = Leaf.objects.filter(pk__in=fixed.values("leaf")).exclude(position=None).order_by("-pk").first()
    if leaf is None or leaf.position is None:
        return None
    covering = Checkpoint.objects.filter(log=acts_log(), size__gt=leaf.position).order_by("size").first()
    return (covering.size, stored_bytes(covering.root).hex()) if covering else None


def making_facts(on: None, asked: Any) -> PlanFacts:
    """What the rules of a new plan may know."""
    office = Body.objects.filter(pk=asked.by.body).first() if asked.by else None
    return PlanFacts(
        number_taken=InspectionPlan.objects.filter(number=asked.number).exists(),
        listed=bodies_to_inspect(office).count() if office else 0,
        digest="",
        anchored=False,
    )


def to_inspect(on: Any, actor: Actor) -> QuerySet[Body]:
    """The bodies that the actor's managing department inspects."""
    found = Body.objects.none()
    for office in Body.objects.filter(pk__in=actor.bodies, kind=Body.Kind.MANAGING):
        found |= bodies_to_inspect(office)
    return found.order_by("region_code", "name")


def cause_facts(on: None, asked: Any) -> CauseFacts:
    """What the rules of an inspection for cause may know."""
    office = Body.objects.filter(pk=asked.by.body).first() if asked.by else None
    if office is None or asked.body is None:
        return CauseFacts(in_region=False, running="")
    running = Inspection.objects.filter(body=asked.body, office=office).exclude(
        state=Inspection.State.CONCLUDED
    )
    return CauseFacts(
        in_region=bodies_to_inspect(office).filter(pk=asked.body.pk).exists(),
        running=str(running.first() or ""),
    )


def plan_facts(on: InspectionPlan, asked: Any) -> PlanFacts:
    """What the rules of a plan may know."""
    fixed = on.state != InspectionPlan.State.DRAFT
    listed = on.listed if fixed else listed_now(on.office)
    return PlanFacts(
        number_taken=False,
        listed=len(listed),
        digest=listing_digest(listed),
        anchored=anchor(on) is not None,
    )


def inspection_facts(on: Inspection, asked: Any) -> InspectionFacts:
    """What the rules of an inspection may know."""
    states = list(on.lines.values_list("state", flat=True))
    excused = _overdue_materials(on)
    missing = on.materials.filter(state=Material.State.ASKED).exclude(pk__in=excused)
    unjudged = on.materials.filter(state=Material.State.DELIVERED)
    return InspectionFacts(
        lines=len(states),
        unseen=states.count(CheckLine.State.OPEN),
        missing=tuple(missing.values_list("title", flat=True)),
        unjudged=tuple(unjudged.values_list("title", flat=True)),
    )


def _overdue_materials(on: Inspection) -> QuerySet[Finding, Any]:
    """Materials whose absence is an open finding already."""
    return Finding.objects.filter(
        noun="supervision.material",
        object_id__in=on.materials.values("pk"),
        state=Finding.State.OPEN,
    ).values("object_id")


def same_findings(line: CheckLine) -> QuerySet[Finding]:
    """Open findings that say the same as this line would: of its body, under its norm."""
    return Finding.objects.filter(
        body=line.inspection.body_id, norm=line.norm, state=Finding.State.OPEN
    ).order_by("pk")


def same_to_choose(on: CheckLine, actor: Actor) -> QuerySet[Finding]:
    return same_findings(on)


def line_facts(on: CheckLine | list[CheckLine], asked: Any) -> LineFacts:
    """What the rules of lines may know."""
    lines = on if isinstance(on, list) else [on]
    running = all(one.inspection.state == Inspection.State.RUNNING for one in lines)
    if isinstance(on, list):
        return LineFacts(running, (), foreign=False)
    same = list(same_findings(on))
    chosen = asked.same_as
    return LineFacts(
        running, tuple(str(one) for one in same), foreign=chosen is not None and chosen not in same
    )


def visible_plans(actor: Actor) -> QuerySet[InspectionPlan]:
    """Issued plans are for everybody; drafts for the department that makes them."""
    mine = Q(state=InspectionPlan.State.ISSUED) | Q(office__in=actor.bodies)
    return InspectionPlan.objects.filter(mine).select_related("office")


def visible_inspections(actor: Actor) -> QuerySet[Inspection]:
    """Inspections of the bodies that the actor may look into, and those that the own department makes."""
    mine = Q(body__in=watched(actor).values("pk")) | Q(office__in=actor.bodies)
    rows = Inspection.objects.filter(mine)
    return rows.select_related("body", "office", "plan", "mechanism").prefetch_related("lines")


def visible_lines(actor: Actor) -> QuerySet[CheckLine]:
    rows = CheckLine.objects.filter(inspection__in=visible_inspections(actor).values("pk"))
    return rows.select_related("inspection__body", "inspection__plan", "finding")


def visible_materials(actor: Actor) -> QuerySet[Material]:
    rows = Material.objects.filter(inspection__in=visible_inspections(actor).values("pk"))
    return rows.select_related("inspection__body", "inspection__plan")


def published_list(plan: InspectionPlan) -> dict[str, Any]:
    """Everything that the draw of an issued plan depends on, as ``drawing.py`` reads it."""
    return {
        "number": plan.number,
        "size": plan.size,
        "root": plan.root,
        "seed": plan.seed,
        "at_random": plan.at_random,
        "by_risk": plan.by_risk,
        "digest": plan.digest,
        "list": plan.listed,
    }
