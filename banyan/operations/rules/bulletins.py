"""Rules of article 32.3 on security bulletins."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class BulletinFacts:
    """What the rules may know when a bulletin is issued."""

    number_taken: bool
    told: int
    today: date


@rule("32.3-d")
def bulletin_has_a_number_of_its_own(facts: BulletinFacts, asked: Any) -> Objection | None:
    if not facts.number_taken:
        return None
    return refuse(
        say("There is a bulletin {number} already.", number=asked.number),
        instead=say("Give it the next number."),
    )


@rule("32.3-d")
def bulletin_goes_to_bodies_concerned(facts: BulletinFacts, asked: Any) -> Objection | None:
    if facts.told:
        return None
    return refuse(
        say("The bulletin goes to nobody."),
        instead=say("Name the bodies that it concerns; nobody else reads it."),
    )


@rule("32.3-d")
def reply_can_be_given_in_time(facts: BulletinFacts, asked: Any) -> Objection | None:
    if asked.reply_by is None or asked.reply_by >= facts.today:
        return None
    return refuse(
        say("The day for the reply has passed."),
        instead=say("Type today or a later day, or leave it to the law."),
    )
