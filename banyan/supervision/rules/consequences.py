"""Rules of article 36: no consequence without a finding."""

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
