"""Drills: planned, taken part in, found out, fixed (articles 32.3 and 37)."""

from datetime import date
from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Name
from banyan.bodies.models import Body
from banyan.operations.asks import Account
from banyan.operations.models import Drill, DrillPart
from banyan.operations.queries import drills as queries
from banyan.operations.rules import drills as rules

ORGANISERS = "operations_officer, security_officer, administrator, inspector, catalogue_officer, planning_officer, head"
Called = Annotated[list[Body], Ask(label="Bodies called", choices=queries.bodies_to_call)]


@act(
    under=("32.3-e", "37.1-b"),
    by=f"own : {ORGANISERS}",
    on=Drill,
    moves="-> planned",
    facts=queries.drill_facts,
    rules=[rules.drill_calls_bodies, rules.drill_is_planned_ahead],
    title="Plan drill",
    says="{by} planned the drill “{title}” for {planned_on}",
)
def plan_drill(
    *,
    title: Name,
    scenario: Account,
    planned_on: Annotated[date, Ask(label="Planned on")],
    bodies: Called,
    by: Any,
) -> Drill:
    """Plan an emergency drill and call the bodies that take part."""
    drill = Drill.objects.create(organiser_id=by.body, title=title, scenario=scenario, planned_on=planned_on)
    DrillPart.objects.bulk_create(DrillPart(drill=drill, body=body) for body in bodies)
    return drill


@act(
    under="37.1-b",
    by="body : any",
    on=DrillPart,
    moves="called -> took_part",
    title="Confirm part",
    says="{by} took part in {on}",
)
def confirm_part(part: DrillPart, *, did: Annotated[Account, Ask(label="What it did")]) -> None:
    """Confirm that the body took part, and say what it did."""
    part.did = did


@act(
    under="37.1-b",
    by=f"drill.organiser : {ORGANISERS}",
    on=DrillPart,
    moves="called -> absent",
    title="Mark absent",
    says="{by} marked as absent: {on}",
    tone="grave",
)
def mark_absent(part: DrillPart) -> None:
    """Record that the body that was called did not take part."""


@act(
    under="32.3-e",
    by=f"organiser : {ORGANISERS}",
    on=Drill,
    moves="planned -> held | fixed",
    facts=queries.drill_facts,
    rules=[rules.drill_has_been_held],
    title="Record drill",
    says="{by} recorded that {on} was held on {held_on}",
)
def record_drill(
    drill: Drill,
    *,
    held_on: Annotated[date, Ask(label="Held on")],
    found: Annotated[Account, Ask(label="Found out", help="What did not work; empty when all did.")] = "",
) -> None:
    """Record the drill and what it found out; it is finished only when that is fixed."""
    drill.held_on, drill.found = held_on, found
    drill.state = Drill.State.HELD if found else Drill.State.FIXED


@act(
    under=("32.3-e", "37.1-b"),
    by=f"organiser : {ORGANISERS}",
    on=Drill,
    moves="held -> fixed",
    title="Finish drill",
    says="{by} finished {on}: what it found out is fixed",
)
def finish_drill(drill: Drill, *, fixed: Annotated[Account, Ask(label="Fixed")]) -> None:
    """Say for each thing found out how it was fixed."""
    drill.fixed = fixed


@act(
    under="32.3-e",
    by=f"organiser : {ORGANISERS}",
    on=Drill,
    moves="planned -> cancelled",
    title="Cancel drill",
    says="{by} cancelled {on}: {reason}",
    tone="grave",
)
def cancel_drill(drill: Drill, *, reason: Account) -> None:
    """Cancel a drill that is not held."""
    drill.found = reason
