"""Rules of article 32.1 on carrying out the protection regime."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Fix, Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class CheckFacts:
    """What the rules may know of a check of the protection regime."""

    system: int | None
    level: int
    controls: tuple[str, ...]
    under_way: bool
    unrecorded: int


@dataclass(frozen=True)
class RemedyFacts:
    """What the rules may know of a day by which something is put right: today, and the last day of the law."""

    today: date
    last: date


@rule("32.1-c")
def level_has_its_controls(facts: CheckFacts, asked: Any) -> Objection | None:
    if asked.system is None or facts.controls:
        return None
    return refuse(
        say("For level {level} the law lists no controls.", level=facts.level),
        instead=say("Fix the level of the system, from 1 to 4, first."),
        fix=Fix("infrastructure.complete_system", facts.system),
    )


@rule("32.1-c")
def one_check_of_a_system_is_under_way(facts: CheckFacts, asked: Any) -> Objection | None:
    if not facts.under_way:
        return None
    return refuse(
        say("A check of this system is under way."), instead=say("Record its controls and conclude it first.")
    )


@rule("32.1-c")
def every_control_is_recorded(facts: CheckFacts) -> Objection | None:
    """Every control of the level is recorded: met with evidence, or what is lacking."""
    if not facts.unrecorded:
        return None
    return refuse(
        say("Controls not recorded yet: {n}.", n=facts.unrecorded),
        instead=say("Record each control as met, with evidence, or say what is lacking."),
    )


@rule("32.1-c")
def lack_is_remedied_in_time(facts: RemedyFacts, asked: Any) -> Objection | None:
    if asked.remedy_by is None or facts.today <= asked.remedy_by <= facts.last:
        return None
    return refuse(
        say("The day lies in the past, or after {day}.", day=str(facts.last)),
        instead=say("Type a day until then; left empty, it is that day."),
    )
