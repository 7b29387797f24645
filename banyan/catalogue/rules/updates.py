"""Rules of article 16.1 on updates of the catalogues after a body's functions have changed."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class UpdateFacts:
    """What the rules may know of an update: whether the body is watched, and what of an abolished one still stands."""

    is_watched: bool
    standing: int


@rule("16.1-c")
def updated_body_is_of_the_own_region(facts: UpdateFacts, asked: Any) -> Objection | None:
    if facts.is_watched:
        return None
    return refuse(
        say("This body is not of your region."),
        instead=say("Tell the managing department of its level; it opens the update."),
    )


@rule("16.1-c")
def nothing_of_an_abolished_body_stands(facts: UpdateFacts) -> Objection | None:
    if not facts.standing:
        return None
    return refuse(
        say("{n} entries of the abolished body still stand in the catalogues.", n=facts.standing),
        instead=say("Withdraw them; who took over the function proposes and describes its own."),
    )
