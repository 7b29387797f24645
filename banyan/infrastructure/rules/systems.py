"""Rules of articles 23 and 32 on systems."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class SystemFacts:
    """What the rules may know when a system is registered or completed."""

    code_taken: bool
    secret_words: tuple[str, ...]
    today: date | None = None


@rule("32.1-b")
def no_secret_system_enters(facts: SystemFacts, asked: Any) -> Objection | None:
    if not facts.secret_words:
        return None
    return refuse(
        say("The entry carries a mark of secrecy; secret systems are not registered here."),
        instead=say("Handle it in the secret system of your body, under the secrecy authority."),
    )


@rule("32.1-a")
def grade_is_between_one_and_five(facts: SystemFacts, asked: Any) -> Objection | None:
    if asked.grade is None or 1 <= asked.grade <= 5:
        return None
    return refuse(
        say("The level of graded protection is from 1 to 5."), instead=say("Type a level from 1 to 5.")
    )


@rule("23.1-a")
def system_code_is_new(facts: SystemFacts, asked: Any) -> Objection | None:
    if not facts.code_taken:
        return None
    return refuse(say("A system of this code is registered."), instead=say("Use the code of this system."))
