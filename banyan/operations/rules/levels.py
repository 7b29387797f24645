"""Rules of article 33 on published rules and on service levels."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class PublishFacts:
    """What the rules may know when a service rule is drafted or published."""

    today: date
    replaced: str
    replaced_is_ours: bool


@dataclass(frozen=True)
class LevelFacts:
    """What the rules may know when a service level is agreed."""

    least_availability: Decimal
    commission_runs: bool
    covers: bool
    system: str
    has_level: bool


@rule("33.1-a")
def rule_binds_from_its_publication_on(facts: PublishFacts, asked: Any) -> Objection | None:
    if asked.in_force_from is None or asked.in_force_from >= facts.today:
        return None
    return refuse(
        say("A rule does not bind for the time before it is published."),
        instead=say("Let it be in force from today on, or later."),
    )


@rule("33.1-b")
def rule_replaces_one_of_its_own(facts: PublishFacts, asked: Any) -> Objection | None:
    if not facts.replaced or facts.replaced_is_ours:
        return None
    return refuse(
        say("“{title}” is not a published rule of your department of the same kind.", title=facts.replaced),
        instead=say("Replace only a published rule of your own and of the same kind."),
    )


@rule("33.1-c")
def level_reaches_what_is_fixed(facts: LevelFacts, asked: Any) -> Objection | None:
    if asked.availability is None or facts.least_availability <= asked.availability <= 100:
        return None
    return refuse(
        say("The availability agreed lies between {least}% and 100%.", least=str(facts.least_availability)),
        instead=say("Agree at least what the service level in force demands."),
    )


@rule("33.1-c")
def level_is_measurable(facts: LevelFacts, asked: Any) -> Objection | None:
    positive = (asked.response_ms is None or asked.response_ms > 0) and (
        asked.reply_hours is None or asked.reply_hours > 0
    )
    if positive:
        return None
    return refuse(
        say("A time that is agreed is longer than nothing."),
        instead=say("Type milliseconds and hours above 0."),
    )


@rule("7.1-b")
def level_lies_within_a_commission(facts: LevelFacts, asked: Any) -> Objection | None:
    if not asked.commission or not asked.system or (facts.commission_runs and facts.covers):
        return None
    return refuse(
        say("No running commission of your body covers {system}.", system=facts.system),
        instead=say("Commission the unit with this system first."),
    )


@rule("33.1-c")
def system_has_one_level(facts: LevelFacts, asked: Any) -> Objection | None:
    if not facts.has_level:
        return None
    return refuse(
        say("A service level is agreed for {system}.", system=facts.system),
        instead=say("End it first, then agree the new one."),
    )
