"""Orders to correct: issue, report, check, escalate (articles 34 and 35)."""

from datetime import datetime
from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long
from banyan.acts.due import Due
from banyan.acts.models import Finding
from banyan.bodies.models import Body
from banyan.supervision.models import Order
from banyan.supervision.queries import orders as queries
from banyan.supervision.rules import orders as rules

OrderFindings = Annotated[list[Finding], Ask(label="Findings", choices=queries.findings_to_order)]


OrderedBody = Annotated[Body, Ask(choices=queries.bodies_to_order)]


PutRight = Annotated[list[Finding], Ask(label="What is put right", choices=queries.recorded_by_people)]


CHECKER = "issued_by : inspector, catalogue_officer, head"


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
    under=("35.2-c", "35.2-d"),
    by="body : head, data_officer, planning_officer, form_designer",
    on=Order,
    moves="issued, escalated -> reported",
    facts=queries.order_facts,
    rules=[rules.correction_is_reported, rules.correction_is_evidenced],
    due=Due("order.comply", since="issued"),
    title="Report correction",
    says="{by} reported the correction for {on}",
)
def report_correction(
    order: Order,
    *,
    report: Annotated[Long, Ask(must=True)] = "",
    evidence: Annotated[
        str, Ask(longest=2000, lines=2, must=True, help="A document, an address or an entry that shows it.")
    ] = "",
) -> None:
    """Report what was corrected, with its evidence."""
    order.report = report
    order.evidence = evidence


@act(
    under="34.1-c",
    by=CHECKER,
    on=Order,
    moves="reported",
    facts=queries.order_facts,
    rules=[rules.only_what_people_recorded_is_closed_by_a_check],
    title="Check correction",
    says="{by} checked the correction of {on}: {seen}",
)
def check_correction(order: Order, *, seen: Long, put_right: PutRight, at: datetime) -> None:
    """Write down what the check saw, and close what people recorded and is put right."""
    order.check_result = seen
    for finding in put_right:
        finding.state = Finding.State.CLOSED
        finding.closed_at = at
        finding.save()


@act(
    under="34.1-c",
    by=CHECKER,
    on=Order,
    moves="reported -> escalated",
    facts=queries.order_facts,
    rules=[rules.cause_still_lasts],
    title="Escalate: not corrected",
    says="{by} found {on} not corrected: {seen}",
    tone="grave",
)
def find_uncorrected(order: Order, *, seen: Long) -> None:
    """Record that the correction was reported but the check found the cause still there."""
    order.check_result = seen


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


@act(
    under="34.1-c",
    by="issued_by : inspector, catalogue_officer, head | machine",
    on=Order,
    moves="issued, reported, escalated -> lifted",
    facts=queries.order_facts,
    rules=[rules.every_finding_of_it_is_withdrawn],
    title="Lift order",
    says="{on} was lifted: its findings are withdrawn",
)
def lift_order(order: Order) -> None:
    """End an order whose findings were all withdrawn."""
