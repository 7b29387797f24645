"""Rules of articles 10, 12 and 36.2 on the framework, plans and schemes."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Fix, Met, Objection, met, refuse
from banyan.acts.rule import rule
from banyan.bodies.kinds import MANAGING
from banyan.kit.sentence import say

MADE_BY = {
    "framework": (MANAGING, "province"),
    "provincial_plan": (MANAGING, "province"),
    "city_plan": (MANAGING, "city"),
    "scheme": ("application_unit", "province"),
}
"""Which kind of body of which level makes which document (articles 10 and 12)."""
FILED = {"city_plan", "scheme"}
APPROVED = {"framework", "provincial_plan", "city_plan"}


@dataclass(frozen=True)
class DraftFacts:
    """What the rules may know when a plan is drafted."""

    body_kind: str
    level: str
    in_work: str
    above_in_force: bool
    uncited: tuple[str, ...]
    repeated: tuple[str, ...]
    unreadable: tuple[str, ...]
    items: int


@dataclass(frozen=True)
class PlanFacts:
    """What the rules may know of a plan on its way."""

    kind: str
    state: str
    items: int
    consulted: bool
    approved: str
    filed: str


@dataclass(frozen=True)
class ApprovalFacts:
    """What the rules may know when the government's approval is recorded."""

    today: date


@rule("10.1-c")
def approved_on_a_day_past(facts: ApprovalFacts, asked: Any) -> Objection | None:
    """The day of the approval document has come."""
    if asked.approved_on is None or asked.approved_on <= facts.today:
        return None
    return refuse(
        say("This day is still to come."), instead=say("Type the day that stands on the approval document.")
    )


@rule("10.2-a")
def plan_is_made_at_its_level(facts: DraftFacts, asked: Any) -> Objection | None:
    if asked.kind and MADE_BY[asked.kind] == (facts.body_kind, facts.level):
        return None
    if facts.level == "county":
        return refuse(
            say("A county makes no plan of its own."),
            instead=say(
                "Work under the plan of the city; propose items for it to the city's managing department."
            ),
        )
    return refuse(
        say("This body does not make a document of this kind."),
        instead=say(
            "The provincial office makes the framework and the provincial plan, city departments the plan of their "
            "city, provincial units their scheme."
        ),
    )


@rule("10.1-a")
def no_other_draft_is_in_work(facts: DraftFacts, asked: Any) -> Objection | None:
    if not facts.in_work:
        return None
    return refuse(
        say("{plan} is still on its way.", plan=facts.in_work),
        instead=say("Bring it to its end before the next edition is begun."),
    )


@rule("10.1-a")
def items_are_numbered_once(facts: DraftFacts, asked: Any) -> Objection | None:
    if facts.items and not facts.repeated and not facts.unreadable:
        return None
    problem = "、".join((*facts.repeated, *facts.unreadable)) or "—"
    return refuse(
        say("The items cannot be read or are numbered twice: {lines}.", lines=problem),
        instead=say(
            "Write one item a line, with tabs or bars: 1 | title | number of the item above | regional reason."
        ),
    )


@rule("10.2-a")
def items_cite_the_plan_above(facts: DraftFacts, asked: Any) -> Objection | None:
    if not facts.uncited:
        return None
    return refuse(
        say(
            "These items cite no item of the plan above and give no reason: {items}.",
            items="、".join(facts.uncited),
        ),
        instead=say("Cite the item of the provincial plan, or state the regional reason."),
    )


@rule("10.1-b")
def departments_were_consulted(facts: PlanFacts, asked: Any) -> Objection | None:
    if facts.kind in {"framework", "scheme"} or asked.consulted:
        return None
    return refuse(
        say("No department concerned has been heard."),
        instead=say("List the departments consulted and their opinions."),
    )


@rule("10.1-c")
def plan_is_one_that_government_approves(facts: PlanFacts) -> Objection | None:
    if facts.kind in APPROVED:
        return None
    return refuse(
        say("A scheme is filed, not approved."),
        instead=say("Submit the scheme to the provincial office for filing."),
    )


@rule("10.2-c")
def plan_is_one_that_is_filed(facts: PlanFacts) -> Objection | None:
    if facts.kind in FILED:
        return None
    return refuse(
        say("A document of the province is approved and published, not filed."),
        instead=say("Publish it after its approval."),
    )


@rule("10.2-b")
def city_plan_is_approved_before_filing(facts: PlanFacts) -> Objection | None:
    if facts.kind != "city_plan" or facts.approved:
        return None
    return refuse(
        say("The city's government has not approved the plan yet."),
        instead=say("Submit it for approval first; then file it."),
    )


@rule("36.2-a")
def plan_is_filed_before_it_is_issued(facts: PlanFacts) -> Objection | Met | None:
    """A city plan or a scheme is filed with the provincial office before it is issued."""
    if facts.kind not in FILED:
        return None
    if facts.filed:
        return met(say("Filed as {number}.", number=facts.filed))
    return refuse(
        say("It has not been filed with the provincial office."),
        instead=say("Submit it for filing; it may be issued once the filing is accepted."),
        fix=Fix("planning.file_plan"),
    )


@rule("10.1-c")
def plan_is_approved_before_it_is_published(facts: PlanFacts) -> Objection | Met | None:
    """A framework or plan is approved by its government."""
    if facts.kind not in APPROVED:
        return None
    if facts.approved:
        return met(say("Approved as {number}.", number=facts.approved))
    return refuse(
        say("The government has not approved it."),
        instead=say("Submit it for approval with its number and day."),
    )
