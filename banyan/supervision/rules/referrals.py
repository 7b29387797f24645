"""Rules of article 38: gravity is judged by people."""

from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say
from banyan.supervision.rules.orders import OrderFacts


@rule("38.1-a")
def gravity_was_judged_by_a_person(facts: OrderFacts, asked: Any) -> Objection | None:
    if asked.judged:
        return None
    return refuse(
        say("Nobody has judged how grave the case is."),
        instead=say("State the amount and the people concerned, and how the gravity was judged."),
    )
