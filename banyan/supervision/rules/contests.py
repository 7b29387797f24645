"""Rules on findings that a body contests (article 34)."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class ContestFacts:
    """What the rules may know of a finding that is contested."""

    waiting: bool
    upheld: int


@rule("34.1-a")
def finding_is_not_contested_already(facts: ContestFacts) -> Objection | None:
    if not facts.waiting:
        return None
    return refuse(
        say("It is contested already; the decision is awaited."), instead=say("Wait for the decision.")
    )


@rule("34.1-a")
def contest_brings_something_new(facts: ContestFacts, asked: Any) -> Objection | None:
    if not facts.upheld or asked.new_facts:
        return None
    return refuse(
        say("It was contested before, and the finding was upheld."),
        instead=say("State the facts that were not known then."),
    )
