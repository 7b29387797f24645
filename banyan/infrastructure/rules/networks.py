"""Rules of article 13 on networks."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Fix, Objection, refuse
from banyan.acts.rule import rule
from banyan.infrastructure.rules.existing import Bounded, too_late
from banyan.kit.sentence import say


@dataclass(frozen=True)
class BackboneFacts:
    """What the rules may know when the backbone is established: the one that stands, and who is to run it."""

    standing: str
    mode: str
    is_running: bool


@dataclass(frozen=True)
class ReviewFacts:
    """What the rules may know when a private network is asked for or reviewed."""

    new_refused: bool
    today: date
    next_review: date
    latest: date


@dataclass(frozen=True)
class AccessFacts:
    """What the rules may know when access is planned or recorded."""

    in_region: bool
    taken: bool
    today: date


@rule("13.1-a")
def backbone_is_one(facts: BackboneFacts, asked: Any) -> Objection | None:
    if not facts.standing:
        return None
    return refuse(
        say("The province has one backbone: {name}.", name=facts.standing),
        instead=say("Plan access works to it; nobody builds a second one."),
        fix=Fix("infrastructure.plan_access"),
    )


@rule("13.1-a")
def backbone_is_run_on_commission(facts: BackboneFacts, asked: Any) -> Objection | None:
    if asked.agreement is None or (facts.mode == "commission" and facts.is_running):
        return None
    return refuse(
        say("A technical service unit builds and runs the backbone on commission."),
        instead=say("Choose a commission of your department that is in force."),
    )


@rule("13.1-c")
def unit_lies_in_ones_region(facts: AccessFacts, asked: Any) -> Objection | None:
    if facts.in_region:
        return None
    return refuse(
        say("This unit does not lie in the region of your department."),
        instead=say("The managing department of its region plans its access."),
    )


@rule("13.1-c")
def access_point_is_new(facts: AccessFacts, asked: Any) -> Objection | None:
    if not facts.taken:
        return None
    return refuse(
        say("The unit has an access at this point."), instead=say("Record its progress there, or close it.")
    )


@rule("13.1-c")
def connected_in_the_past(facts: AccessFacts, asked: Any) -> Objection | None:
    if asked.connected_on is None or asked.connected_on <= facts.today:
        return None
    return refuse(
        say("This day is still to come."), instead=say("Record the access on the day it is connected.")
    )


@rule("13.2-a")
def no_private_network_is_built(facts: ReviewFacts, asked: Any) -> Objection | None:
    if not facts.new_refused:
        return None
    return refuse(
        say("No new private network is built: all run on the one government network."),
        instead=say("Ask the managing department to connect you, and use a logical zone of the network."),
    )


@rule("13.2-a")
def private_network_is_integrated_in_time(facts: Bounded, asked: Any) -> Objection | None:
    return too_late(facts, asked)


@rule("13.2-b")
def review_has_been_held(facts: ReviewFacts, asked: Any) -> Objection | None:
    if asked.review_on is None or asked.review_on <= facts.today:
        return None
    return refuse(
        say("The review is still to be held."), instead=say("Decide after the review, with its opinion.")
    )


@rule("13.2-c")
def retention_ends_with_the_next_review(facts: ReviewFacts, asked: Any) -> Objection | None:
    if asked.until is None or facts.today < asked.until <= facts.next_review:
        return None
    return refuse(
        say(
            "A network is retained until its next review, from tomorrow to {day}.", day=str(facts.next_review)
        ),
        instead=say("State a day up to {day}; it may be reviewed again.", day=str(facts.next_review)),
    )
