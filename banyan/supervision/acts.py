"""What supervision may do: order, check, escalate, hold, suspend, terminate, refer."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask
from banyan.acts.due import Due
from banyan.acts.models import Finding
from banyan.bodies.models import Body
from banyan.planning.models import Hold, Project
from banyan.supervision import queries, rules
from banyan.supervision.models import Order, Referral

Long = Annotated[str, Ask(longest=4000, lines=3)]
ProjectFindings = Annotated[list[Finding], Ask(label="Findings", choices=queries.findings_of_project)]
OrderFindings = Annotated[list[Finding], Ask(label="Findings", choices=queries.findings_to_order)]
OrderedBody = Annotated[Body, Ask(choices=queries.bodies_to_order)]
SUPERVISOR = "body.managing : inspector, catalogue_officer, head | body.provincial_office : inspector, head"


@act(
    under=("34.1-c", "34.1-a"),
    by="own managing_department : inspector, catalogue_officer, head",
    on=Order,
    moves="-> issued",
    facts=queries.order_facts,
    rules=[rules.order_rests_on_findings, rules.body_is_within_the_own_region],
    title="Order correction",
    says="{by} ordered {body} to correct: {demands}",
)
def order_correction(*, body: OrderedBody, findings: OrderFindings, demands: Long, by: Any) -> Order:
    """Order a body to correct what open findings show."""
    order = Order.objects.create(issued_by_id=by.body, body=body, demands=demands)
    order.findings.set(findings)
    return order


@act(
    under=("35.2-c", "35.2-d", "35.1-b"),
    by="body : head, data_officer, planning_officer, form_designer",
    on=Order,
    moves="issued, escalated -> reported",
    facts=queries.order_facts,
    rules=[rules.correction_is_reported],
    due=Due("order.comply", since="issued"),
    title="Report correction",
    says="{by} reported the correction for {on}",
)
def report_correction(
    order: Order, *, report: Annotated[str, Ask(longest=4000, lines=3, must=True)] = ""
) -> None:
    """Report what was corrected, with its evidence."""
    order.report = report


@act(
    under="34.1-c",
    by="issued_by : inspector, catalogue_officer, head",
    on=Order,
    moves="reported -> closed",
    facts=queries.order_facts,
    rules=[rules.cause_is_gone],
    title="Close order",
    says="{by} checked and closed {on}",
)
def close_order(order: Order, *, check_result: Long) -> None:
    """Close the order when the check shows that every cause is gone."""
    order.check_result = check_result


@act(
    under="34.1-c",
    by="issued_by : inspector, catalogue_officer, head | machine",
    on=Order,
    moves="issued -> escalated",
    facts=queries.order_facts,
    rules=[rules.order_is_overdue],
    title="Escalate order",
    says="{on} was not met in time",
    tone="grave",
)
def escalate_order(order: Order) -> None:
    """Record that the order was not met in time."""


def _hold(project: Project, kind: str, findings: list[Finding], reason: str) -> None:
    hold = Hold.objects.create(
        project=project,
        kind=kind,
        reason=reason,
        ends_when="；".join(str(one) for one in findings)[:2000],
    )
    hold.findings.set(findings)


@act(
    under="36.2-d",
    by=SUPERVISOR,
    on=Project,
    moves="approved, building, trial",
    facts=queries.payment_facts,
    rules=[rules.consequence_rests_on_findings, rules.no_such_hold_is_in_force],
    title="Hold payments",
    says="{by} held the construction payments of {on}: {reason}",
    tone="grave",
)
def hold_payments(project: Project, *, findings: ProjectFindings, reason: Long) -> None:
    """Defer the payments until the findings close; the hold then ends by itself."""
    _hold(project, Hold.Kind.PAYMENT, findings, reason)


@act(
    under="36.2-e",
    by=SUPERVISOR,
    on=Project,
    moves="building -> suspended",
    facts=queries.building_facts,
    rules=[rules.consequence_rests_on_findings, rules.no_such_hold_is_in_force],
    title="Suspend building",
    says="{by} suspended the building of {on}: {reason}",
    tone="grave",
)
def suspend_project(project: Project, *, findings: ProjectFindings, reason: Long) -> None:
    """Suspend the building until the findings close; it then goes on by itself."""
    project.resumes_as = Project.State.BUILDING
    _hold(project, Hold.Kind.BUILDING, findings, reason)


@act(
    under="36.2-g",
    by=SUPERVISOR,
    on=Project,
    moves="building, trial",
    facts=queries.acceptance_facts,
    rules=[rules.consequence_rests_on_findings, rules.no_such_hold_is_in_force],
    title="Stop acceptance",
    says="{by} stopped the acceptance of {on}: {reason}",
    tone="grave",
)
def stop_acceptance(project: Project, *, findings: ProjectFindings, reason: Long) -> None:
    """Let the project not be accepted until the findings close."""
    _hold(project, Hold.Kind.ACCEPTANCE, findings, reason)


@act(
    under="36.2-h",
    by=SUPERVISOR,
    on=Project,
    moves="accepted, operating",
    facts=queries.operation_facts,
    rules=[rules.consequence_rests_on_findings, rules.no_such_hold_is_in_force],
    title="Hold operation funds",
    says="{by} held the operation funds of {on}: {reason}",
    tone="grave",
)
def hold_operation_funds(project: Project, *, findings: ProjectFindings, reason: Long) -> None:
    """Hold the money for operation until the findings close."""
    _hold(project, Hold.Kind.OPERATION_FUNDS, findings, reason)


@act(
    under="36.2-f",
    by="body.managing : inspector, catalogue_officer, head",
    four_eyes="body.approval : approval_officer, head",
    on=Project,
    moves="approved, building, suspended, trial -> terminated",
    facts=queries.building_facts,
    rules=[rules.case_is_serious],
    title="Terminate project",
    says="{by} terminated {on}: {seriousness}",
    tone="grave",
)
def terminate_project(
    project: Project,
    *,
    seriousness: Annotated[str, Ask(label="Why the case is serious", longest=4000, lines=3, must=True)] = "",
) -> None:
    """End the project for good, in a serious case, with a second person of the approval department."""


@act(
    under=("36.2-d", "36.2-e"),
    by="machine",
    on=Hold,
    moves="in_force -> released",
    facts=queries.hold_facts,
    rules=[rules.findings_of_the_hold_are_closed],
    title="Release hold",
    says="The hold {on} ended: its findings are closed",
)
def release_hold(hold: Hold, *, at: datetime) -> None:
    """End the hold, and let a suspended project go on."""
    hold.released_on = localdate(at)
    project = hold.project
    if hold.kind == Hold.Kind.BUILDING and project.state == Project.State.SUSPENDED:
        project.state = project.resumes_as or Project.State.BUILDING
        project.save()


@act(
    under=("38.1-a", "38.1-b"),
    by="order.issued_by : inspector, head",
    on=Referral,
    moves="drawn_up -> referred",
    title="Refer",
    says="{by} referred {on} to the supervision organ",
    tone="grave",
)
def refer(referral: Referral) -> None:
    """Hand the file to the supervision organ of the same government."""


@act(
    under=("38.1-a", "38.1(1)-a", "38.1(2)-a", "38.1(3)-a", "38.1(4)-a", "38.1(5)-a"),
    by="issued_by : inspector, head",
    on=Order,
    moves="escalated",
    facts=queries.order_facts,
    rules=[rules.gravity_was_judged_by_a_person],
    title="Draw up referral",
    says="{by} drew up the referral of {on}: {item}",
    tone="grave",
)
def draw_up_referral(
    order: Order,
    *,
    item: Annotated[Referral.Item, Ask(label="Case of article 38")],
    facts: Long,
    amount: Annotated[Decimal | None, Ask(label="Amount concerned (yuan)")] = None,
    people: Annotated[int | None, Ask(label="People concerned")] = None,
    judged: Annotated[str, Ask(label="How the gravity was judged", longest=4000, lines=3, must=True)] = "",
) -> None:
    """Draw up the file for the supervision organ, in one of the five cases of article 38."""
    Referral.objects.create(order=order, item=item, facts=facts, amount=amount, people=people, judged=judged)


@act(
    under="38.1-a",
    by="organ : auditor, supervision_officer, head",
    on=Referral,
    moves="referred -> accepted",
    title="Accept referral",
    says="{by} accepted {on}",
)
def accept_referral(referral: Referral) -> None:
    """Take the file over."""


@act(
    under=("38.1-a", "38.1-c"),
    by="organ : auditor, supervision_officer, head",
    on=Referral,
    moves="accepted -> concluded",
    title="Record outcome",
    says="{by} recorded the outcome of {on}",
)
def conclude_referral(referral: Referral, *, outcome: Long) -> None:
    """Record what came of it; the sanction itself is decided outside this system."""
    referral.outcome = outcome
