"""Rules of article 9: commended is who stands out by figures, and nobody under an unmet order."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Met, Objection, met, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class CommendationFacts:
    """What the rules may know of a body to be commended: its standing over the period, and what stands against it."""

    in_region: bool
    open_findings: int
    orders_unmet: int
    points: int
    rank: int
    peers: int
    last_rank: int
    period_is_over: bool


@rule("9.1-a")
def commended_body_is_within_the_own_region(facts: CommendationFacts, asked: Any) -> Objection | None:
    if facts.in_region:
        return None
    return refuse(
        say("The body is outside the region of this managing department."),
        instead=say("Its own managing department proposes it."),
    )


@rule("9.1-a")
def commended_period_is_over(facts: CommendationFacts, asked: Any) -> Objection | None:
    if facts.period_is_over:
        return None
    return refuse(
        say("The period is not over, or it ends before it begins."),
        instead=say("Choose a period that has passed."),
    )


@rule("9.1-a")
def figures_propose_the_body(facts: CommendationFacts, asked: Any) -> Objection | None:
    if facts.rank <= facts.last_rank:
        return None
    return refuse(
        say(
            "With {points} points it stands at place {rank} of {peers}; proposed are the first {last}.",
            points=facts.points,
            rank=facts.rank,
            peers=facts.peers,
            last=facts.last_rank,
        ),
        instead=say("Propose a body of the best part of its peers."),
    )


@rule("9.1-a")
def commended_body_has_no_open_finding(facts: CommendationFacts, asked: Any) -> Objection | Met | None:
    """Nothing that was found against the body is open."""
    if not facts.open_findings:
        return met(say("No finding against the body is open."))
    return refuse(
        say("Findings open against the body: {n}.", n=facts.open_findings),
        instead=say("Wait until they are put right."),
    )


@rule("9.1-a")
def commended_body_has_met_its_orders(facts: CommendationFacts, asked: Any) -> Objection | Met | None:
    """No order to correct stands unmet against the body."""
    if not facts.orders_unmet:
        return met(say("Every order against the body is met."))
    return refuse(
        say("Orders against the body that are not met: {n}.", n=facts.orders_unmet),
        instead=say("Wait until they are closed."),
    )
