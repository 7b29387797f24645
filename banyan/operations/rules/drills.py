"""Rules of articles 32.3 and 37 on drills."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class DrillFacts:
    """What the rules may know of a drill."""

    today: date
    called: int


@rule("32.3-e")
def drill_is_planned_ahead(facts: DrillFacts, asked: Any) -> Objection | None:
    if asked.planned_on is None or asked.planned_on >= facts.today:
        return None
    return refuse(
        say("The day of the drill has passed."), instead=say("Plan a drill for today or a later day.")
    )


@rule("32.3-e")
def drill_has_been_held(facts: DrillFacts, asked: Any) -> Objection | None:
    if asked.held_on is None or asked.held_on <= facts.today:
        return None
    return refuse(say("The drill has not been held yet."), instead=say("Record it on its day or afterwards."))


@rule("37.1-b")
def drill_calls_bodies(facts: DrillFacts, asked: Any) -> Objection | None:
    if facts.called:
        return None
    return refuse(
        say("Nobody is called to take part."), instead=say("Name the bodies whose systems are drilled.")
    )
