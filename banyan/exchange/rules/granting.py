"""Rules of articles 22, 25 and 32 on grants: what may be given or refused, and when a grant ends."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say
from banyan.kit.text import cites_law


@dataclass(frozen=True)
class GrantFacts:
    """What the rules may know when a request is decided."""

    requested: frozenset[int]
    request_until: date
    longest_until: date
    today: date
    protection: int
    required_protection: int
    published: bool
    conditional: bool


@rule("22.3-a")
def only_requested_items_are_granted(facts: GrantFacts, asked: Any) -> Objection | None:
    extra = [str(item) for item in asked.items or [] if item.pk not in facts.requested]
    if not extra:
        return None
    return refuse(
        say("Not asked for: {items}.", items="、".join(extra)),
        instead=say("Grant items of the request only; the consumer may ask for more."),
    )


@rule("22.3-a")
def something_is_granted(facts: GrantFacts, asked: Any) -> Objection | None:
    if asked.items:
        return None
    return refuse(
        say("No item is granted."),
        instead=say("Choose items, or refuse the request with a ground of article 22."),
    )


@rule("22.3-a")
def grant_ends_no_later_than_asked(facts: GrantFacts, asked: Any) -> Objection | None:
    last = min(facts.request_until, facts.longest_until)
    if asked.until is None or facts.today < asked.until <= last:
        return None
    return refuse(
        say("The last day must lie between tomorrow and {day}.", day=last.isoformat()),
        instead=say("Choose an earlier day."),
    )


class Protection(Protocol):
    """The protection level of the consumer's system, and the one that the resource asks for (MLPS, 1 to 5)."""

    @property
    def protection(self) -> int: ...

    @property
    def required_protection(self) -> int: ...


@rule("32.1-d")
def consumer_is_protected_enough(facts: Protection) -> Objection | None:
    if facts.protection >= facts.required_protection:
        return None
    return refuse(
        say(
            "The consumer's system has protection level {has}; these items need {needs}.",
            has=facts.protection,
            needs=facts.required_protection,
        ),
        instead=say("The consumer raises its system's level, has it filed with the police, and asks again."),
    )


@rule("22.3-b")
def resource_is_still_catalogued(facts: GrantFacts) -> Objection | None:
    if facts.published:
        return None
    return refuse(
        say("The resource is no longer in the published catalogue."),
        instead=say("Refuse with the law behind the withdrawal, or have it published again."),
    )


@rule("25.1-a")
def resource_is_unconditional(facts: GrantFacts) -> Objection | None:
    if not facts.conditional:
        return None
    return refuse(
        say("The resource is shared on conditions; its provider decides."),
        instead=say("The provider's data officer decides before the due date."),
    )


@rule("22.1-b")
def ground_is_lawful(facts: GrantFacts, asked: Any) -> Objection | None:
    if asked.ground and cites_law(asked.ground_basis or ""):
        return None
    return refuse(
        say("A refusal needs a ground of article 22 and its legal basis."),
        instead=say(
            "Name business secret, personal privacy or another law with its article; else grant the request."
        ),
    )


@rule("25.1-c")
def unconditional_is_not_refused(facts: GrantFacts, asked: Any) -> Objection | None:
    if facts.conditional:
        return None
    return refuse(
        say("The resource is published as shared unconditionally."),
        instead=say("Grant the request; to narrow sharing, change the sharing type with its ground first."),
    )


@rule("22.1-a")
def refusal_asks_for_no_money(facts: GrantFacts, asked: Any) -> Objection | None:
    text = f"{asked.reason or ''} {asked.ground_basis or ''}"
    if not any(word in text for word in ("收费", "付费", "有偿", "费用", "经费", "付款", "payment", "fee")):
        return None
    return refuse(
        say("Sharing is free of charge; money is no reason."),
        instead=say("Take the price out of the answer."),
    )


@dataclass(frozen=True)
class ExpiryFacts:
    """What the rules may know when a grant is to expire."""

    until: date
    today: date


@rule("22.3-a")
def last_day_has_passed(facts: ExpiryFacts) -> Objection | None:
    if facts.today > facts.until:
        return None
    return refuse(
        say("The grant runs until {day}.", day=facts.until.isoformat()), instead=say("Wait, or revoke it.")
    )
