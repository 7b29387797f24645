"""Rules of article 4 on coordination between bodies."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class CoordinationFacts:
    """What the rules may know of a dispute between bodies."""

    is_own: bool
    has_office: bool
    running: str
    stated: bool
    overdue: bool


@rule("4.1-b")
def dispute_is_between_two_bodies(facts: CoordinationFacts, asked: Any) -> Objection | None:
    if not facts.is_own and facts.has_office:
        return None
    return refuse(
        say("A body has no dispute with itself, and some managing department must be above both."),
        instead=say("Choose the other side."),
    )


@rule("4.1-b")
def dispute_is_brought_once(facts: CoordinationFacts, asked: Any) -> Objection | None:
    if not facts.running:
        return None
    return refuse(
        say("The same subject is being coordinated: {case}.", case=facts.running),
        instead=say("State your position there."),
    )


@rule("4.1-b")
def both_sides_were_heard(facts: CoordinationFacts) -> Objection | None:
    if facts.stated or facts.overdue:
        return None
    return refuse(
        say("The other side has not stated its position, and its time has not passed."),
        instead=say("Wait for its statement, or for the last day."),
    )
