"""Rules of articles 14 and 32 on data centres and systems."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class CentreFacts:
    """What the rules may know when a data centre is asked for."""

    level: str
    managing: str


@dataclass(frozen=True)
class SystemFacts:
    """What the rules may know when a system is registered or completed."""

    code_taken: bool
    secret_words: tuple[str, ...]
    today: date | None = None


@rule("14.1-e")
def county_asks_for_no_centre(facts: CentreFacts, asked: Any) -> Objection | None:
    if facts.level != "county" or asked.work == "stock":
        return None
    return refuse(
        say("A county has no data centre of its own; it connects to the city's."),
        instead=say("Ask the city's managing department for hosting in its data centre."),
    )


@rule("14.2-b")
def stock_has_a_plan_of_integration(facts: CentreFacts, asked: Any) -> Objection | None:
    if asked.work != "stock" or asked.integrate_by:
        return None
    return refuse(
        say("An existing centre is entered with the day by which it is integrated."),
        instead=say("State the day; existing centres are integrated step by step."),
    )


@rule("32.1-b")
def no_secret_system_enters(facts: SystemFacts, asked: Any) -> Objection | None:
    if not facts.secret_words:
        return None
    return refuse(
        say("The entry carries a mark of secrecy; secret systems are not registered here."),
        instead=say("Handle it in the secret system of your body, under the secrecy authority."),
    )


@rule("32.1-a")
def grade_is_between_one_and_five(facts: SystemFacts, asked: Any) -> Objection | None:
    if asked.grade is None or 1 <= asked.grade <= 5:
        return None
    return refuse(
        say("The level of graded protection is from 1 to 5."), instead=say("Type a level from 1 to 5.")
    )


@rule("23.1-a")
def system_code_is_new(facts: SystemFacts, asked: Any) -> Objection | None:
    if not facts.code_taken:
        return None
    return refuse(say("A system of this code is registered."), instead=say("Use the code of this system."))
