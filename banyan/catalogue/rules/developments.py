"""Rules of article 5(1) on the development of what is opened."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class DevelopmentFacts:
    """What the rules may know of a resource that somebody outside government would develop."""

    resource: str
    published: bool
    closed: bool
    condition: str
    today: date


@rule("5.1-g")
def developed_resource_is_opened(facts: DevelopmentFacts, asked: Any) -> Objection | None:
    if facts.published and not facts.closed:
        return None
    return refuse(
        say("{resource} is not opened to the public.", resource=facts.resource),
        instead=say("Have its provider describe it as open and published in an edition first."),
    )


@rule("5.1-g")
def conditional_opening_has_terms(facts: DevelopmentFacts, asked: Any) -> Objection | None:
    if not facts.condition or (asked.terms or "").strip():
        return None
    return refuse(
        say("It is opened on the condition: {condition}.", condition=facts.condition),
        instead=say("Write the terms by which the developer keeps it."),
    )


@rule("5.1-g")
def development_has_a_last_day(facts: DevelopmentFacts, asked: Any) -> Objection | None:
    if asked.until is None or asked.until > facts.today:
        return None
    return refuse(
        say("The last day has passed already."),
        instead=say("Name a later day."),
    )
