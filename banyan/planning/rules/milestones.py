"""Rules of article 36 on milestones."""

from dataclasses import dataclass

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say

BUILT = frozenset({"building", "trial"})


@dataclass(frozen=True)
class MilestoneFacts:
    """What the rule may know when a milestone is to be recorded: the state of its project."""

    project_state: str


@rule("36.2-e")
def project_is_being_built(facts: MilestoneFacts) -> Objection | None:
    if facts.project_state in BUILT:
        return None
    return refuse(
        say("The project is suspended or not being built."),
        instead=say("Put right what it is suspended for; it then goes on by itself."),
    )
