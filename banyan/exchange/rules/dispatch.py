"""Rules of article 5 on dispatch orders."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class DispatchFacts:
    """What the rules may know when the provincial office orders a supply."""

    published: bool
    foreign_items: tuple[str, ...]
    own: bool
    protection: int
    required_protection: int
    longest_until: date
    today: date


@rule("5.1-f")
def dispatched_resource_is_catalogued(facts: DispatchFacts, asked: Any) -> Objection | None:
    if facts.published:
        return None
    return refuse(
        say("The resource is in no published edition."),
        instead=say("Have its provider submit it; it can be dispatched once it is published."),
    )


@rule("5.1-f")
def dispatched_items_are_of_the_resource(facts: DispatchFacts, asked: Any) -> Objection | None:
    if not facts.foreign_items:
        return None
    return refuse(
        say("Not items of the resource: {items}.", items="、".join(facts.foreign_items)),
        instead=say("Make one order for each resource."),
    )


@rule("5.1-f")
def order_supplies_another_body(facts: DispatchFacts, asked: Any) -> Objection | None:
    if not facts.own:
        return None
    return refuse(
        say("The system is of the body that holds the resource."),
        instead=say("Choose the system of the unit that needs it."),
    )


@rule("5.1-f")
def order_ends_within_its_longest_term(facts: DispatchFacts, asked: Any) -> Objection | None:
    if asked.until is None or facts.today < asked.until <= facts.longest_until:
        return None
    return refuse(
        say("The last day must lie between tomorrow and {day}.", day=facts.longest_until.isoformat()),
        instead=say("Choose an earlier day; who needs it longer asks the provider by a share request."),
    )
