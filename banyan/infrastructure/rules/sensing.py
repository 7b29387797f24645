"""Rules of article 14.3 on sensing resources."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class SensingFacts:
    """What the rules may know of a report: how many of its kind stand at its place, and what is offered instead."""

    standing: int
    offered_fits: bool
    today: date


@dataclass(frozen=True)
class SensingAccessFacts:
    """What the rules may know when access is asked for."""

    in_use: bool
    ones_own: bool
    today: date


@rule("14.3-c")
def what_stands_there_is_weighed(facts: SensingFacts, asked: Any) -> Objection | None:
    if not facts.standing or asked.why_not_existing:
        return None
    return refuse(
        say("{n} of this kind stand at this place.", n=facts.standing),
        instead=say("Offer what exists, or say why it does not do."),
    )


@rule("14.3-c")
def what_is_offered_stands_there(facts: SensingFacts, asked: Any) -> Objection | None:
    if asked.existing is None or facts.offered_fits:
        return None
    return refuse(
        say("What is offered is not in use, or of another kind."),
        instead=say("Choose one of the same kind that is in use."),
    )


@rule("14.3-b")
def in_use_since_a_day_past(facts: SensingFacts, asked: Any) -> Objection | None:
    if asked.in_use_since is None or asked.in_use_since <= facts.today:
        return None
    return refuse(say("This day is still to come."), instead=say("Record the day on which it came into use."))


@rule("14.3-c")
def access_is_to_what_others_use(facts: SensingAccessFacts, asked: Any) -> Objection | None:
    if facts.in_use and not facts.ones_own:
        return None
    return refuse(
        say("It is your own, or not in use."),
        instead=say("Choose a sensing resource in use of another body."),
    )


@rule("14.3-c")
def access_ends_in_the_future(facts: SensingAccessFacts, asked: Any) -> Objection | None:
    if asked.until is None or asked.until > facts.today:
        return None
    return refuse(say("This day has passed."), instead=say("State a later day, or none."))
