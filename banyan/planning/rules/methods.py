"""Rules of article 11 on the management method of local standards."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class MethodFacts:
    """What the rules may know of a management method about to be drafted."""

    partner: str
    partner_level: str
    partner_kind: str
    in_work: str


@rule("11.1-d")
def method_is_made_with_a_department_of_the_province(facts: MethodFacts, asked: Any) -> Objection | None:
    if (facts.partner_level, facts.partner_kind) == ("province", "application_unit"):
        return None
    return refuse(
        say("{partner} is no department of the province that could issue it jointly.", partner=facts.partner),
        instead=say("Choose the quality supervision department of the province."),
    )


@rule("11.1-d")
def no_other_method_is_in_work(facts: MethodFacts, asked: Any) -> Objection | None:
    if not facts.in_work:
        return None
    return refuse(
        say("{method} still waits for its joint issue.", method=facts.in_work),
        instead=say("Let the quality supervision department issue or decline it first."),
    )
