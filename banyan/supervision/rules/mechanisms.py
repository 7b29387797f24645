"""Rules of article 32.3 on the mechanism of security supervision and its checks."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class MechanismFacts:
    """What the rules may know of a mechanism: how many months may pass between two checks."""

    longest: int


@dataclass(frozen=True)
class SecurityCheckFacts:
    """What the rules may know when the security of a body is to be checked."""

    today: date
    until: date | None
    systems: int
    foreign: tuple[str, ...]
    running: str


@rule("32.3-a")
def mechanism_ends_after_it_begins(facts: MechanismFacts, asked: Any) -> Objection | None:
    if asked.since is None or asked.until is None or asked.since < asked.until:
        return None
    return refuse(
        say("The mechanism ends before it begins."),
        instead=say("Type an end that lies after the beginning."),
    )


@rule("32.3-a")
def mechanism_checks_often_enough(facts: MechanismFacts, asked: Any) -> Objection | None:
    if asked.every_months is None or 1 <= asked.every_months <= facts.longest:
        return None
    return refuse(
        say("Between two checks lie at least 1 and at most {longest} months.", longest=facts.longest),
        instead=say("Plan the checks at least that often."),
    )


@rule("32.3-a")
def check_lies_within_the_mechanism(facts: SecurityCheckFacts, asked: Any) -> Objection | None:
    if asked.planned_on is None or facts.until is None or facts.today <= asked.planned_on <= facts.until:
        return None
    return refuse(
        say("The mechanism is in force until {day}.", day=str(facts.until)),
        instead=say("Plan the check for today or a later day of its period."),
    )


@rule("32.3-a")
def systems_of_one_body_are_checked(facts: SecurityCheckFacts, asked: Any) -> Objection | None:
    if asked.body is None or (facts.systems and not facts.foreign):
        return None
    if not facts.systems:
        return refuse(say("No system is picked."), instead=say("Pick the systems that are checked."))
    return refuse(
        say("These are not systems of this body: {systems}.", systems="、".join(facts.foreign)),
        instead=say("Plan a check of its own for each body."),
    )


@rule("32.3-a")
def one_security_check_of_a_body_runs(facts: SecurityCheckFacts, asked: Any) -> Objection | None:
    if not facts.running:
        return None
    return refuse(
        say("A security check of this body is under way: {check}.", check=facts.running),
        instead=say("Conclude it first."),
    )
