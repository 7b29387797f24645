"""Inspections: planned and drawn, carried out line by line, concluded (articles 34 and 35)."""

from datetime import date
from typing import Annotated, Any

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long
from banyan.bodies.models import Body
from banyan.supervision.drawing import Candidate, draw, seed_of
from banyan.supervision.models import CheckLine, Inspection, InspectionPlan, Material
from banyan.supervision.queries import inspections as queries
from banyan.supervision.queries.checklists import checklist
from banyan.supervision.rules import inspections as rules

PRINCIPLE_OF: dict[str, str] = {Inspection.How.SECURITY: "3.1-f"}
"""The principle whose norms alone a kind of inspection looks at."""
INSPECTORS = "office : inspector | office security : security_officer"
InspectedBody = Annotated[Body, Ask(choices=queries.to_inspect)]


@act(
    under="34.1-a",
    by="own managing_department : inspector, head",
    on=InspectionPlan,
    moves="-> draft",
    facts=queries.making_facts,
    rules=[
        rules.number_of_the_plan_is_new,
        rules.plan_ends_after_it_begins,
        rules.somebody_is_to_be_inspected,
    ],
    title="Draft inspection plan",
    says="{by} drafted the inspection plan {number}",
)
def draft_inspection_plan(
    *,
    number: Annotated[str, Ask(label="Plan number", longest=60)],
    title: Annotated[str, Ask(longest=200)],
    since: date,
    until: date,
    at_random: Annotated[int, Ask(label="How many drawn at random")],
    by_risk: Annotated[int, Ask(label="How many drawn by risk")],
    by: Any,
) -> InspectionPlan:
    """Say for which time and how many bodies are drawn; who they are, nobody chooses."""
    return InspectionPlan.objects.create(
        office_id=by.body,
        number=number,
        title=title,
        since=since,
        until=until,
        at_random=at_random,
        by_risk=by_risk,
    )


@act(
    under="34.1-a",
    by="office : inspector, head",
    on=InspectionPlan,
    moves="draft -> fixed",
    facts=queries.plan_facts,
    rules=[rules.list_is_the_one_shown],
    title="Fix the list",
    says="{by} fixed the list of {on}: {digest}",
)
def fix_list(
    plan: InspectionPlan,
    *,
    digest: Annotated[
        str, Ask(label="Digest of the list to draw from", initial=queries.digest_now, longest=80)
    ],
) -> None:
    """Fix the list with its weights before the seed can be known; its digest stands in the ledger."""
    plan.listed = queries.listed_now(plan.office)
    plan.digest = digest


@act(
    under="34.1-a",
    by="office : inspector, head",
    on=InspectionPlan,
    moves="fixed -> issued",
    facts=queries.plan_facts,
    rules=[rules.ledger_has_moved_on],
    title="Draw and issue",
    says="{by} drew and issued {on}",
)
def issue_inspection_plan(plan: InspectionPlan) -> None:
    """Draw the bodies from the list by the ledger's next checkpoint, and issue the plan."""
    size, root = queries.anchor(plan) or (0, "")
    plan.size, plan.root, plan.seed = size, root, seed_of(plan.number, size, root)
    listed = [Candidate(code, weight) for code, weight in plan.listed]
    picks = draw(plan.seed, listed, at_random=plan.at_random, by_risk=plan.by_risk)
    bodies = {one.code: one for one in Body.objects.filter(code__in=[pick.code for pick in picks])}
    for pick in picks:
        Inspection.objects.create(
            plan=plan, office=plan.office, body=bodies[pick.code], how=pick.how, weight=pick.weight
        )


@act(
    under=("34.1-a", "34.1-c"),
    by="own managing_department : inspector, head",
    on=Inspection,
    moves="-> planned",
    facts=queries.cause_facts,
    rules=[rules.inspected_body_is_of_the_own_region, rules.one_inspection_of_a_body_runs],
    title="Inspect for cause",
    says="{by} inspects {body} for cause: {cause}",
)
def inspect_for_cause(*, body: InspectedBody, cause: Long, by: Any) -> Inspection:
    """Inspect a body outside the plan, because of what became known."""
    return Inspection.objects.create(office_id=by.body, body=body, how=Inspection.How.CAUSE, cause=cause)


@act(
    under=("34.1-a", "34.1-b"),
    by=INSPECTORS,
    on=Inspection,
    moves="planned -> running",
    title="Begin inspection",
    says="{by} began the inspection of {on.body}",
)
def begin_inspection(inspection: Inspection) -> None:
    """Begin, with a checklist of every norm that falls on this kind of body; of security, those that serve it."""
    body = inspection.body
    norms = checklist(body.kind, body.level, principle=PRINCIPLE_OF.get(inspection.how, ""))
    CheckLine.objects.bulk_create(
        [CheckLine(inspection=inspection, norm=str(one.norm), state=CheckLine.State.OPEN) for one in norms]
    )


@act(
    under=("35.2-b", "35.1-b"),
    by=INSPECTORS,
    on=Inspection,
    moves="running",
    facts=queries.inspection_facts,
    rules=[rules.something_is_asked_for],
    title="Request material",
    says="{by} asked {on.body} for material: {items}",
)
def request_material(
    inspection: Inspection,
    *,
    items: Annotated[str, Ask(label="Material, one piece a line", longest=4000, lines=4, must=True)] = "",
) -> None:
    """Ask for material, piece by piece; each piece is owed by its day."""
    for title in dict.fromkeys(line.strip() for line in items.splitlines() if line.strip()):
        Material.objects.create(inspection=inspection, title=title)


@act(
    under="34.1-a",
    by=INSPECTORS,
    on=Inspection,
    moves="running -> concluded",
    facts=queries.inspection_facts,
    rules=[rules.every_line_was_looked_at, rules.material_is_complete],
    title="Conclude inspection",
    says="{by} concluded the inspection of {on.body}: {result}",
)
def conclude_inspection(inspection: Inspection, *, result: Long, at: Any) -> None:
    """Conclude it with its result; what was found is ordered to be corrected."""
    inspection.result = result
    inspection.concluded_on = localdate(at)
