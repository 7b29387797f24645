"""Rules of article 6 on what units are asked to bring together."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class AggregationFacts:
    """What the rules may know of an aggregation task: the resource, the load that answers, the days."""

    is_catalogued: bool
    is_open: bool
    load_answers: bool
    today: date


@rule("6.1-e")
def resource_to_bring_is_catalogued(facts: AggregationFacts, asked: Any) -> Objection | None:
    if facts.is_catalogued:
        return None
    return refuse(
        say("The resource is not in the catalogue."),
        instead=say("Have the unit describe and submit it; then ask for its data."),
    )


@rule("6.1-e")
def resource_is_asked_for_once(facts: AggregationFacts, asked: Any) -> Objection | None:
    if not facts.is_open:
        return None
    return refuse(
        say("The unit has been asked for this resource already."),
        instead=say("Wait for the load, or return the one that was handed in."),
    )


@rule("6.1-e")
def day_is_still_to_come(facts: AggregationFacts, asked: Any) -> Objection | None:
    if asked.due_on is None or asked.due_on > facts.today:
        return None
    return refuse(say("This day has passed."), instead=say("Choose a day from tomorrow on."))


@rule("6.1-e")
def load_is_the_present_one_of_the_resource(facts: AggregationFacts, asked: Any) -> Objection | None:
    if asked.load is None or facts.load_answers:
        return None
    return refuse(
        say("This load is not the published version of the resource."),
        instead=say("Load the rows, publish them, and hand in that version."),
    )
