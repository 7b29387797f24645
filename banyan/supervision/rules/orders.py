"""Rules of articles 34 and 35 on orders."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Fix, Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class OrderFacts:
    """What the rules may know of an order."""

    findings: int
    foreign_findings: tuple[str, ...]
    still_open: tuple[str, ...]
    is_overdue: bool
    in_region: bool
    standing: int = 1
    unchecked: tuple[str, ...] = ()
    pk: int | None = None


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


@rule("35.2-c")
def correction_is_evidenced(facts: OrderFacts, asked: Any) -> Objection | None:
    if asked.evidence:
        return None
    return refuse(
        say("Nothing shows the correction."),
        instead=say("Name what shows it: a document with its number, an address to look at, a ledger entry."),
    )


@rule("34.1-c")
def only_what_people_recorded_is_closed_by_a_check(facts: OrderFacts, asked: Any) -> Objection | None:
    own = [str(one) for one in asked.put_right or [] if one.monitor != "people"]
    if not own:
        return None
    return refuse(
        say("A monitor watches: {findings}.", findings="、".join(own)),
        instead=say("It closes by itself in the sweep that finds its cause gone."),
    )


@rule("34.1-c")
def cause_still_lasts(facts: OrderFacts) -> Objection | None:
    if facts.still_open:
        return None
    return refuse(say("Every cause is gone."), instead=say("Close the order."))


@rule("34.1-c")
def every_finding_of_it_is_withdrawn(facts: OrderFacts) -> Objection | None:
    if not facts.standing:
        return None
    return refuse(
        say("{n} of its findings were not withdrawn.", n=facts.standing),
        instead=say("Close the order when its causes are gone."),
    )


@rule("34.1-c")
def cause_is_gone(facts: OrderFacts) -> Objection | None:
    if not facts.still_open:
        return None
    if facts.unchecked:
        return refuse(
            say("Not checked yet: {findings}.", findings="、".join(facts.unchecked)),
            instead=say("Check what people recorded, and say what is put right."),
            fix=Fix("supervision.check_correction", facts.pk),
        )
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
