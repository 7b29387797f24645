"""Rules of articles 4 and 36 on money: finance acts on money only, and never under a hold."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from banyan.acts.refusal import Met, Objection, met, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class LineFacts:
    """What the rules may know of a budget line."""

    project_state: str
    is_own: bool
    same_line: bool
    amount: Decimal
    planned: Decimal
    budget: Decimal
    score: Decimal | None
    kind: str
    holds: tuple[str, ...]


@dataclass(frozen=True)
class PaymentFacts:
    """What the rules may know of a payment."""

    line_state: str
    project_state: str
    amount: Decimal
    paid: Decimal
    of: Decimal
    holds: tuple[str, ...]
    milestone: str
    milestone_reached: bool
    same_project: bool
    paid_on_milestone: Decimal
    share: Decimal
    """The milestone's share of the approved budget, in yuan."""


OPEN = {"approved", "building", "trial", "accepted", "operating"}


@rule("36.2-c")
def project_is_approved(facts: LineFacts, asked: Any) -> Objection | None:
    if facts.project_state in OPEN:
        return None
    return refuse(
        say("The project is not approved; no money is arranged for it."),
        instead=say("Lead the project through its approval gate first."),
    )


@rule("4.1-d")
def line_is_of_the_own_project(facts: LineFacts, asked: Any) -> Objection | None:
    if facts.is_own and not facts.same_line:
        return None
    return refuse(
        say("The project is another body's, or has such a line for this year already."),
        instead=say("Propose one line a year and kind for each project of your own."),
    )


@rule("4.1-d")
def lines_stay_within_the_budget(facts: LineFacts, asked: Any) -> Objection | None:
    amount = asked.amount or Decimal(0)
    if amount > 0 and (facts.kind == "operation" or facts.planned + amount <= facts.budget):
        return None
    return refuse(
        say("The lines would exceed the budget of {budget} yuan.", budget=facts.budget),
        instead=say(
            "Propose an amount above zero within what is left, or have the budget changed and judged anew."
        ),
    )


@rule("36.1-a")
def score_is_weighed(facts: LineFacts, asked: Any) -> Objection | None:
    if asked.weighed:
        return None
    return refuse(
        say("The opinion does not say how the score of the unit was weighed."),
        instead=say("Say how the score was weighed; the score itself is counted on the day of the opinion."),
    )


@rule("36.1-a")
def opinion_is_on_record(facts: LineFacts) -> Objection | Met | None:
    """The managing department's opinion shows the score of the unit."""
    if facts.score is not None:
        return met(say("Score {score}.", score=facts.score))
    return refuse(
        say("The managing department has not given its opinion with the score of the unit."),
        instead=say("Wait for the opinion; performance is an important basis of funding."),
    )


@rule("36.2-c")
def project_of_the_line_is_approved(facts: LineFacts) -> Objection | Met | None:
    """The project is approved, and neither suspended nor terminated."""
    if facts.project_state in OPEN:
        return met(say("The project is approved."))
    return refuse(
        say("The project is not approved, suspended or terminated."),
        instead=say("No money is arranged until the approval department approves it or the suspension ends."),
    )


@rule("36.2-h")
def money_of_the_line_is_not_held(facts: LineFacts) -> Objection | Met | None:
    """No hold stops this money."""
    if not facts.holds:
        return met(say("No hold is in force."))
    return refuse(
        say("A hold is in force: {holds}.", holds="、".join(facts.holds)),
        instead=say("Meet what ends the hold; it then ends by itself."),
    )


@rule("36.2-d")
def payment_is_not_held(facts: PaymentFacts) -> Objection | Met | None:
    """No hold stops this payment."""
    if not facts.holds:
        return met(say("No hold is in force."))
    return refuse(
        say("A hold is in force: {holds}.", holds="、".join(facts.holds)),
        instead=say("Meet what ends the hold; it then ends by itself and the payment goes on."),
    )


@rule("4.1-d")
def payment_is_within_an_arranged_line(facts: PaymentFacts) -> Objection | Met | None:
    """The budget line is arranged and holds enough."""
    if facts.line_state == "arranged" and facts.paid + facts.amount <= facts.of:
        return met(say("{left} yuan are left.", left=facts.of - facts.paid))
    return refuse(
        say("The line is not arranged, or only {left} yuan are left of it.", left=facts.of - facts.paid),
        instead=say("Wait until the line is arranged, or ask for less."),
    )


@rule("36.2-d")
def project_runs(facts: PaymentFacts) -> Objection | Met | None:
    """The project is neither suspended nor terminated."""
    if facts.project_state in OPEN:
        return met(say("The project runs."))
    return refuse(
        say("The project is suspended, terminated or not approved."),
        instead=say("Wait until the project goes on."),
    )


@rule("4.1-d")
def milestone_is_reached(facts: PaymentFacts) -> Objection | Met | None:
    """The milestone that it pays for is reached."""
    if not facts.milestone or facts.milestone_reached:
        return met(say("{milestone}", milestone=facts.milestone or "—"))
    return refuse(
        say("{milestone} has not been reached.", milestone=facts.milestone),
        instead=say("Record the milestone with its evidence first."),
    )


@rule("4.1-d")
def milestone_is_paid_within_its_share(facts: PaymentFacts) -> Objection | Met | None:
    """All payments on the milestone stay within its share of the budget."""
    left = max(facts.share - facts.paid_on_milestone, Decimal(0))
    if not facts.milestone:
        return met(say("It pays for no milestone."))
    if facts.amount <= left:
        return met(say("{left} yuan of the milestone's share are left.", left=left))
    return refuse(
        say(
            "{paid} of the milestone's share of {share} yuan are paid; {amount} yuan are too much.",
            paid=facts.paid_on_milestone,
            share=facts.share,
            amount=facts.amount,
        ),
        instead=say("Pay at most {left} yuan on it; the rest belongs to other milestones.", left=left),
    )


@rule("4.1-d")
def milestone_is_of_the_project(facts: PaymentFacts, asked: Any) -> Objection | None:
    if not facts.milestone or facts.same_project:
        return None
    return refuse(
        say("The milestone belongs to another project than the budget line."),
        instead=say("Choose a milestone of the project whose line pays."),
    )


@rule("4.1-d")
def amount_is_above_zero(facts: PaymentFacts, asked: Any) -> Objection | None:
    if asked.amount and asked.amount > 0:
        return None
    return refuse(say("The amount is not above zero."), instead=say("Type what is to be paid."))
