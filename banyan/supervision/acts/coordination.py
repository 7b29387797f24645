"""Disputes between bodies: brought, stated by both sides, coordinated, agreed or decided (article 4)."""

from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long, Title
from banyan.acts.due import Due
from banyan.bodies.models import Body
from banyan.supervision.models import CoordinationCase
from banyan.supervision.queries import coordination as queries
from banyan.supervision.queries.leaderships import leading
from banyan.supervision.rules import coordination as rules

OtherSide = Annotated[Body, Ask(label="Other side", choices=queries.other_sides)]


@act(
    under="4.1-b",
    by="own : head, data_officer, planning_officer",
    on=CoordinationCase,
    moves="-> opened",
    facts=queries.opening_facts,
    rules=[rules.dispute_is_between_two_bodies, rules.dispute_is_brought_once],
    title="Ask for coordination",
    says="{by} brought a dispute with {other} to coordination: {subject}",
)
def open_coordination(*, other: OtherSide, subject: Title, statement: Long, by: Any) -> CoordinationCase:
    """Bring a dispute to the managing department, with where the own side stands."""
    case = CoordinationCase(body_id=by.body, other=other, subject=subject, statement=statement)
    case.leadership = leading(case.government)
    case.save()
    return case


@act(
    under="4.1-b",
    by="other : head, data_officer, planning_officer",
    on=CoordinationCase,
    moves="opened -> stated",
    due=Due("coordination.statement", since="opened"),
    title="State position",
    says="{by} stated its position on {on}",
)
def state_position(case: CoordinationCase, *, reply: Long) -> None:
    """State where the other side stands."""
    case.reply = reply


@act(
    under=("4.1-b", "5.1-e"),
    by="office : inspector, planning_officer, catalogue_officer, head",
    on=CoordinationCase,
    moves="opened, stated -> coordinated",
    facts=queries.case_facts,
    rules=[rules.both_sides_were_heard],
    due=Due("coordination.meeting", since="stated"),
    title="Coordinate",
    says="{by} coordinated {on}",
)
def coordinate(case: CoordinationCase, *, minutes: Annotated[str, Ask(longest=8000, lines=5)]) -> None:
    """Bring both sides together and keep the minutes."""
    case.minutes = minutes


@act(
    under="4.1-b",
    by="office : inspector, planning_officer, catalogue_officer, head",
    on=CoordinationCase,
    moves="coordinated -> agreed",
    title="Record agreement",
    says="{on.body} and {on.other} agreed on {on}: {outcome}",
)
def record_agreement(case: CoordinationCase, *, outcome: Long) -> None:
    """Record what both sides agreed on."""
    case.outcome = outcome


@act(
    under="4.1-b",
    by="government : leader",
    on=CoordinationCase,
    moves="coordinated -> decided",
    due=Due("coordination.decision", since="coordinated"),
    title="Decide dispute",
    says="{by} decided {on}: {outcome}",
)
def decide_dispute(case: CoordinationCase, *, outcome: Long) -> None:
    """Decide in the name of the government what coordination could not settle."""
    case.outcome = outcome
    case.leadership = leading(case.government) or case.leadership
