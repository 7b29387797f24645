"""Rules on entering what exists and integrating it step by step (articles 5, 13, 14, 19 and 20)."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.bodies.kinds import MANAGING
from banyan.kit.sentence import say


class Bounded(Protocol):
    """Facts that know the last day of integration (整合期限)."""

    @property
    def latest(self) -> date: ...


@dataclass(frozen=True)
class Builder:
    """Whose something is or becomes: the kind of the body, and its level."""

    body_kind: str
    level: str

    @property
    def manages(self) -> bool:
        return self.body_kind == MANAGING

    @property
    def manages_above_county(self) -> bool:
        return self.manages and self.level in {"province", "city"}


@dataclass(frozen=True)
class EntryFacts(Builder):
    """What the rules may know of whose it is and until when it is integrated at the latest."""

    ones_own: bool
    latest: date
    today: date


@rule("5.2-b")
def entered_by_its_body_or_its_department(facts: EntryFacts, asked: Any) -> Objection | None:
    if facts.ones_own:
        return None
    return refuse(
        say("This body is neither yours nor in the region of your department."),
        instead=say("Its own officers enter it, or its managing department."),
    )


def too_late(facts: Bounded, asked: Any) -> Objection | None:
    """An objection when integration is planned for later than the law pack allows."""
    if asked.integrate_by is None or asked.integrate_by <= facts.latest:
        return None
    return refuse(
        say("Integration is to be done by {day} at the latest.", day=str(facts.latest)),
        instead=say("State a day up to {day}, or leave it empty to have until then.", day=str(facts.latest)),
    )
