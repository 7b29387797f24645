"""Security is supervised: the mechanism is drafted and issued, checks of systems are planned under it (32.3)."""

from datetime import date
from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask
from banyan.bodies.models import Body
from banyan.infrastructure.models import System
from banyan.operations.acts.incidents import GUARDS
from banyan.supervision.models import Inspection, SecurityMechanism
from banyan.supervision.queries import mechanisms as queries
from banyan.supervision.rules import mechanisms as rules

OwnMechanism = Annotated[SecurityMechanism, Ask(label="Mechanism", choices=queries.own_mechanisms)]
CheckedBody = Annotated[Body, Ask(choices=queries.bodies_to_check)]
Picked = Annotated[
    list[System], Ask(label="Systems to check", choices=queries.systems_to_check, within="body")
]


@act(
    under="32.3-a",
    by=f"own security province : {GUARDS}",
    on=SecurityMechanism,
    moves="-> draft",
    facts=queries.mechanism_facts,
    rules=[rules.mechanism_ends_after_it_begins, rules.mechanism_checks_often_enough],
    title="Draft security mechanism",
    says="{by} drafted the mechanism of security supervision “{title}”",
)
def draft_security_mechanism(
    *,
    title: Annotated[str, Ask(longest=200)],
    text: Annotated[
        str, Ask(longest=100_000, lines=12, help="Who supervises, what is checked, and what follows.")
    ],
    every_months: Annotated[int, Ask(label="Months between two checks")],
    since: date,
    until: date,
    by: Any,
) -> SecurityMechanism:
    """Draft by whom, how and how often the security of the systems of the province is supervised."""
    return SecurityMechanism.objects.create(
        office_id=by.body, title=title, text=text, every_months=every_months, since=since, until=until
    )


@act(
    under="32.3-a",
    by=f"office : {GUARDS}",
    on=SecurityMechanism,
    moves="draft -> issued",
    title="Issue security mechanism",
    says="{by} issued “{on}” as {number}",
)
def issue_security_mechanism(
    mechanism: SecurityMechanism, *, number: Annotated[str, Ask(label="Document number", longest=60)]
) -> None:
    """Issue it for everyone to read; it replaces the one before."""
    former = SecurityMechanism.objects.filter(
        office=mechanism.office_id, state=SecurityMechanism.State.ISSUED
    )
    for one in former:
        one.state = SecurityMechanism.State.REPLACED
        one.save()
    mechanism.number = number


@act(
    under="32.3-a",
    by=f"own security province : {GUARDS}",
    on=Inspection,
    moves="-> planned",
    facts=queries.security_check_facts,
    rules=[
        rules.check_lies_within_the_mechanism,
        rules.systems_of_one_body_are_checked,
        rules.one_security_check_of_a_body_runs,
    ],
    locks=("body",),
    title="Plan security check",
    says="{by} will check the security of {body} on {planned_on}",
)
def plan_security_check(
    *,
    mechanism: OwnMechanism,
    body: CheckedBody,
    systems: Picked,
    planned_on: Annotated[date, Ask(label="Planned on")],
    by: Any,
) -> Inspection:
    """Check the security of systems of a body: an inspection of the norms of security, with findings as its result."""
    made = Inspection.objects.create(
        office_id=by.body,
        body=body,
        how=Inspection.How.SECURITY,
        mechanism=mechanism,
        planned_on=planned_on,
    )
    made.systems.set(systems)
    return made
