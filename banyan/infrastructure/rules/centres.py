"""Rules of article 14 on data centres."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.infrastructure.rules.existing import Bounded, too_late
from banyan.kit.sentence import say


@dataclass(frozen=True)
class CentreFacts:
    """What the rules may know when a data centre is asked for."""

    level: str
    managing: str
    ones_own: bool
    latest: date


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


@rule("14.2-b")
def centre_is_integrated_in_time(facts: Bounded, asked: Any) -> Objection | None:
    return too_late(facts, asked)


@rule("5.2-b")
def only_stock_is_entered_for_another(facts: CentreFacts, asked: Any) -> Objection | None:
    if asked.body is None or (asked.work == "stock" and facts.ones_own):
        return None
    return refuse(
        say("A department enters for another body of its region only what exists already."),
        instead=say("The body itself asks for its data centre."),
    )
