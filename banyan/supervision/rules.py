"""Rules of articles 34 to 38: no consequence without a finding, and none of the grave ones by one person's word."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class ConsequenceFacts:
    """What the rules may know when a project is to bear a consequence."""

    open_findings: int
    foreign_findings: tuple[str, ...]
    same_hold: bool
    orders_unmet: int


@dataclass(frozen=True)
class HoldFacts:
    """What the rule may know when a hold is to end."""

    open_findings: tuple[str, ...]


@dataclass(frozen=True)
class OrderFacts:
    """What the rules may know of an order."""

    findings: int
    foreign_findings: tuple[str, ...]
    still_open: tuple[str, ...]
    is_overdue: bool
    in_region: bool


@rule("34.1-c")
def order_rests_on_findings(facts: OrderFacts, asked: Any) -> Objection | None:
    if facts.findings and not facts.foreign_findings:
        return None
    return refuse(
        say("No finding against this body justifies the order."),
        instead=say(
            "Choose open findings against the body; what no monitor found is recorded by an inspection first."
        ),
    )


@rule("5.2-b")
def body_is_within_the_own_region(facts: OrderFacts, asked: Any) -> Objection | None:
    if facts.in_region:
        return None
    return refuse(
        say("The body is outside the region of this managing department."),
        instead=say("Tell the managing department of its region, or the provincial office."),
    )


@rule("35.2-d")
def correction_is_reported(facts: OrderFacts, asked: Any) -> Objection | None:
    if asked.report:
        return None
    return refuse(
        say("Nothing says what was corrected."), instead=say("Report what was done, with its evidence.")
    )


@rule("34.1-c")
def cause_is_gone(facts: OrderFacts) -> Objection | None:
    if not facts.still_open:
        return None
    return refuse(
        say("Still open: {findings}.", findings="、".join(facts.still_open)),
        instead=say("The order closes when the sweep has found every cause gone."),
    )


@rule("34.1-c")
def order_is_overdue(facts: OrderFacts) -> Objection | None:
    if facts.is_overdue:
        return None
    return refuse(
        say("The time to comply has not passed."), instead=say("Wait for the last day of the order.")
    )


@rule("36.2-b")
def consequence_rests_on_findings(facts: ConsequenceFacts, asked: Any) -> Objection | None:
    if facts.open_findings and not facts.foreign_findings:
        return None
    return refuse(
        say("No open finding against the body of this project justifies it."),
        instead=say("Choose open findings against the body of the project."),
    )


@rule("36.2-d")
def no_such_hold_is_in_force(facts: ConsequenceFacts, asked: Any) -> Objection | None:
    if not facts.same_hold:
        return None
    return refuse(
        say("Such a hold is in force already."), instead=say("It ends by itself when its findings close.")
    )


@rule("36.2-f")
def case_is_serious(facts: ConsequenceFacts, asked: Any) -> Objection | None:
    if facts.orders_unmet and asked.seriousness:
        return None
    return refuse(
        say("Nothing shows that the case is serious: no order was left unmet, or no reason is given."),
        instead=say("Order a correction first; when it is not met, state why the case is serious."),
    )


@rule("36.2-d")
def findings_of_the_hold_are_closed(facts: HoldFacts) -> Objection | None:
    if not facts.open_findings:
        return None
    return refuse(
        say("Still open: {findings}.", findings="、".join(facts.open_findings)),
        instead=say("The hold ends by itself when its findings close."),
    )


@rule("38.1-a")
def gravity_was_judged_by_a_person(facts: OrderFacts, asked: Any) -> Objection | None:
    if asked.judged:
        return None
    return refuse(
        say("Nobody has judged how grave the case is."),
        instead=say("State the amount and the people concerned, and how the gravity was judged."),
    )
