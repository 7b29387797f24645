"""Rules of article 20 on service channels."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Fix, Objection, refuse
from banyan.acts.rule import rule
from banyan.infrastructure.rules.existing import Bounded, EntryFacts, too_late
from banyan.kit.sentence import say


@dataclass(frozen=True)
class TrafficFacts:
    """What the rules may know when a reading is taken or a channel is closed."""

    pk: int
    moved: int
    into: str
    read_that_day: bool
    today: date


@rule("20.2-a")
def unit_builds_no_channel_of_its_own(facts: EntryFacts, asked: Any) -> Objection | None:
    if facts.manages:
        return None
    return refuse(
        say("Units may not build service channels of their own."),
        instead=say(
            "Put the service on the unified portal, app or hotline; a channel that exists is entered with its plan."
        ),
        fix=Fix("infrastructure.enter_channel"),
    )


@rule("20.2-b")
def channel_moves_in_time(facts: Bounded, asked: Any) -> Objection | None:
    return too_late(facts, asked)


@rule("20.2-b")
def reading_is_a_share_of_a_day_past(facts: TrafficFacts, asked: Any) -> Objection | None:
    if asked.moved is None or asked.day is None:
        return None
    if 0 <= asked.moved <= 100 and asked.day <= facts.today and not facts.read_that_day:
        return None
    return refuse(
        say("A reading is a share from 0 to 100 of a day up to today, one a day."),
        instead=say("Read the share of visits or calls that the unified channel takes."),
    )


@rule("20.2-b")
def traffic_has_moved(facts: TrafficFacts) -> Objection | None:
    """All of its traffic has moved to a unified channel."""
    if facts.moved >= 100 and facts.into:
        return None
    return refuse(
        say("{moved} % of the traffic has moved; the rest would be cut off.", moved=facts.moved),
        instead=say("Name the channel that it moves to, and record a reading of 100 %."),
        fix=Fix("infrastructure.record_traffic", facts.pk),
    )
