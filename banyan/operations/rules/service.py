"""Rules of articles 7, 33 and 35 on requests, instructions and ratings."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class RatingFacts:
    """What the rules may know when a unit is rated: whether a period waits, or until when it is rated."""

    waits: bool
    next_from: str


@dataclass(frozen=True)
class RequestFacts:
    """What the rules may know when a service is asked for."""

    own_commission: bool


@dataclass(frozen=True)
class InstructionFacts:
    """What the rules may know when a unit is instructed."""

    unit: str
    in_charge: bool


@rule("35.1-a")
def period_is_rated_once(facts: RatingFacts) -> Objection | None:
    """The commission has not been rated in this period."""
    if facts.waits:
        return None
    return refuse(
        say("This period is rated."),
        instead=say("The next period can be rated from {day} on.", day=facts.next_from),
    )


@rule("35.1-a")
def score_is_one_to_five(facts: RatingFacts, asked: Any) -> Objection | None:
    if asked.score is None or 1 <= asked.score <= 5:
        return None
    return refuse(say("The score is from 1 to 5."), instead=say("Type 5 for very good, 1 for very bad."))


@rule("33.2-b")
def service_is_asked_under_the_own_commission(facts: RequestFacts, asked: Any) -> Objection | None:
    if not asked.commission or facts.own_commission:
        return None
    return refuse(
        say("This is no running commission of your body."),
        instead=say("Ask the unit that works for your body under a running commission."),
    )


@rule("7.1-c")
def department_instructs_units_of_its_region(facts: InstructionFacts, asked: Any) -> Objection | None:
    if not asked.unit or facts.in_charge:
        return None
    return refuse(
        say("{unit} does not work in your region.", unit=facts.unit),
        instead=say("Instruct technical service units that have their seat or a commission in your region."),
    )
