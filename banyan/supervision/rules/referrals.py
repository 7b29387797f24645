"""Rules of article 38: the case follows from the findings, gravity is judged by people."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class ReferralFacts:
    """What the rules may know when a case of article 38 is drawn up.

    ``cases`` are the items that findings of the order support, the best supported first; ``named`` in words.
    """

    cases: tuple[str, ...]
    named: str
    drawn_up: bool


@dataclass(frozen=True)
class OutcomeFacts:
    """What the rules may know when the outcome of a referral is recorded: whether the sanction has a period."""

    periods: tuple[str, ...]


@rule("38.1-a")
def gravity_was_judged_by_a_person(facts: ReferralFacts, asked: Any) -> Objection | None:
    if asked.judged:
        return None
    return refuse(
        say("Nobody has judged how grave the case is."),
        instead=say("State the amount and the people concerned, and how the gravity was judged."),
    )


@rule("38.1-a")
def some_finding_is_a_case_of_the_article(facts: ReferralFacts) -> Objection | None:
    if facts.cases:
        return None
    return refuse(
        say("No finding of this order breaks a norm that article 38 names."),
        instead=say("Leave it at the consequences of article 36."),
    )


@rule("38.1-a")
def case_follows_from_the_findings(facts: ReferralFacts, asked: Any) -> Objection | None:
    if not facts.cases or asked.item in (None, *facts.cases):
        return None
    return refuse(
        say("No finding of this order supports this case."),
        instead=say("Its findings support: {cases}.", cases=facts.named),
    )


@rule("38.1-a")
def order_is_referred_once(facts: ReferralFacts) -> Objection | None:
    if not facts.drawn_up:
        return None
    return refuse(say("The file is drawn up already."), instead=say("Hand over the one that there is."))


@rule("38.1-a")
def sanction_has_its_first_day(facts: OutcomeFacts, asked: Any) -> Objection | None:
    if asked.sanction not in facts.periods or asked.effective_on:
        return None
    return refuse(
        say("A sanction with a period needs the day from which it has effect."),
        instead=say("Give the day of the decision; until when it has effect is computed."),
    )
