"""Rules of article 4 on the yearly score of a body."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class ScoreFacts:
    """What the rules may know when a yearly score is set down."""

    managed: bool
    year_over: int
    settled: str


@rule("4.1-c")
def scored_body_is_managed_here(facts: ScoreFacts, asked: Any) -> Objection | None:
    if facts.managed:
        return None
    return refuse(
        say("The body belongs to the level of another managing department."),
        instead=say("Leave it to the managing department of its own government."),
    )


@rule("4.1-c")
def scored_year_is_the_one_just_over(facts: ScoreFacts, asked: Any) -> Objection | None:
    if asked.year == facts.year_over:
        return None
    return refuse(
        say("The figures of today say nothing about {year}.", year=asked.year),
        instead=say("Settle the score of {year}, the year just over.", year=facts.year_over),
    )


@rule("4.1-c")
def year_is_scored_once(facts: ScoreFacts, asked: Any) -> Objection | None:
    if not facts.settled:
        return None
    return refuse(
        say("It is settled already: {score}.", score=facts.settled),
        instead=say("Only a score that its body contests is counted anew."),
    )
