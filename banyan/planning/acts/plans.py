"""What may be done with the framework, plans and schemes."""

from datetime import date, datetime
from typing import Annotated, Any

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask, Remark, Title
from banyan.acts.due import Due
from banyan.planning.models import Plan, PlanItem, PlanKind
from banyan.planning.queries import plans as reads
from banyan.planning.rules import plans as rules

Items = Annotated[
    str,
    Ask(
        label="Items",
        longest=40_000,
        lines=12,
        help="One a line, with tabs or bars: 1 | title | number of the item above | regional reason.",
    ),
]


@act(
    under=("10.1-a", "10.2-a", "12.1-a", "5.1-b", "5.1-c"),
    by="own managing_department : planning_officer, catalogue_officer | own application_unit : planning_officer",
    on=Plan,
    moves="-> draft",
    facts=reads.draft_facts,
    rules=[
        rules.plan_is_made_at_its_level,
        rules.no_other_draft_is_in_work,
        rules.items_are_numbered_once,
        rules.items_cite_the_plan_above,
    ],
    title="Draft plan",
    says="{by} drafted {title}",
)
def draft_plan(
    *,
    kind: PlanKind,
    title: Title,
    items: Items,
    text: Annotated[str, Ask(longest=100_000, lines=12)] = "",
    by: Any,
) -> Plan:
    """Begin a new edition of the framework, a plan or a scheme, item by item."""
    plan = Plan.objects.create(
        kind=kind, body_id=by.body, title=title, text=text, edition=reads.next_edition(kind, by.body)
    )
    above = reads.items_above(kind)
    lines, _unreadable = reads.lines_of(items)
    PlanItem.objects.bulk_create(
        [
            PlanItem(
                plan=plan,
                number=line.number,
                title=line.title,
                parent=above.get(line.above),
                regional_reason=line.reason,
            )
            for line in lines
        ]
    )
    return plan


@act(
    under=("10.1-b", "10.1-c", "10.2-b"),
    by="body : planning_officer, catalogue_officer, head",
    on=Plan,
    moves="draft -> submitted",
    facts=reads.plan_facts,
    rules=[rules.plan_is_one_that_government_approves, rules.departments_were_consulted],
    title="Submit for approval",
    says="{by} submitted {on} to the government for approval",
)
def submit_plan(
    plan: Plan,
    *,
    consulted: Annotated[
        str, Ask(label="Departments consulted and their opinions", longest=5000, lines=4, must=True)
    ] = "",
) -> None:
    """Submit the document to the government of the same level."""
    plan.consulted = consulted


@act(
    under=("10.1-c", "10.2-b"),
    by="approver : leader, head",
    on=Plan,
    moves="submitted -> approved",
    facts=reads.approval_facts,
    rules=[rules.approved_on_a_day_past],
    title="Approve plan",
    says="{by} approved {on} as {approval_number}",
)
def approve_plan(
    plan: Plan,
    *,
    approval_number: Annotated[str, Ask(label="Approval number", longest=80)],
    approved_on: Annotated[date, Ask(label="Approved on")],
) -> None:
    """Approve it, with the number and day of the approval document."""
    plan.approval_number = approval_number
    plan.approved_on = approved_on


@act(
    under=("10.2-c", "12.1-b"),
    by="body : planning_officer, catalogue_officer, head",
    on=Plan,
    moves="draft, approved, returned -> filing",
    facts=reads.plan_facts,
    rules=[rules.plan_is_one_that_is_filed, rules.city_plan_is_approved_before_filing],
    title="Submit for filing",
    says="{by} submitted {on} to the provincial office for filing",
)
def file_plan(plan: Plan) -> None:
    """Tell the provincial office of it, so that it may be issued."""


@act(
    under=("10.2-c", "12.1-b"),
    by="filed_with : planning_officer, catalogue_officer",
    on=Plan,
    moves="filing -> filed",
    due=Due("filing.reply", since="filing"),
    title="Accept filing",
    says="{by} accepted the filing of {on}",
)
def accept_filing(plan: Plan, *, at: datetime) -> None:
    """Accept the filing; it gets its filing number."""
    plan.filed_on = localdate(at)
    plan.filing_number = f"闽数备〔{plan.filed_on.year}〕{plan.pk}号"
    plan.returned_because = ""


@act(
    under=("10.2-c", "12.1-b"),
    by="filed_with : planning_officer, catalogue_officer",
    on=Plan,
    moves="filing -> returned",
    due=Due("filing.reply", since="filing"),
    title="Return filing",
    says="{by} returned {on}: {reason}",
    tone="grave",
)
def return_filing(plan: Plan, *, reason: Remark) -> None:
    """Send it back with reasons; it is filed anew when they are met."""
    plan.returned_because = reason


@act(
    under=("10.1-d", "10.2-d", "36.2-a"),
    by="body : planning_officer, catalogue_officer, head",
    on=Plan,
    moves="draft, submitted, approved, filing, returned, filed -> published",
    facts=reads.plan_facts,
    rules=[rules.plan_is_approved_before_it_is_published, rules.plan_is_filed_before_it_is_issued],
    gate=True,
    title="Publish plan",
    says="{by} published {on}",
)
def publish_plan(plan: Plan, *, at: datetime) -> None:
    """Issue and publish it; the edition before is superseded."""
    plan.published_on = localdate(at)
    former = reads.in_force(plan.kind, plan.body)
    if former is not None:
        former.state = Plan.State.SUPERSEDED
        former.superseded_on = plan.published_on
        former.save()
