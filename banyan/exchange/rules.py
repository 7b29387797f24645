"""Rules of articles 22, 25, 26, 32 and 37: what may be requested, granted, refused and used."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from banyan.acts.refusal import Fix, Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class RequestFacts:
    """What the rules may know when a request is made."""

    resource: str
    published: bool
    not_shared: bool
    ground: str
    foreign_items: tuple[str, ...]
    own: bool
    system_is_ours: bool
    responsible_is_ours: bool
    longest_until: date | None
    today: date
    same_request: int | None


@dataclass(frozen=True)
class GrantFacts:
    """What the rules may know when a request is decided."""

    requested: frozenset[int]
    request_until: date
    request_volume: int
    longest_until: date
    today: date
    protection: int
    required_protection: int
    published: bool
    conditional: bool
    sensitive_granted: tuple[str, ...]
    published_ground: str


@rule("22.3-b")
def resource_is_catalogued(facts: RequestFacts, asked: Any) -> Objection | None:
    if facts.published:
        return None
    return refuse(
        say("{resource} is in no published edition.", resource=facts.resource),
        instead=say("Choose a resource of the published catalogue, or ask the provider to submit it."),
    )


@rule("22.1-b")
def resource_is_shared(facts: RequestFacts, asked: Any) -> Objection | None:
    if not facts.not_shared:
        return None
    return refuse(
        say("{resource} is not shared: {ground}.", resource=facts.resource, ground=facts.ground),
        instead=say("If you doubt the ground, raise it with the managing department."),
    )


@rule("22.3-a")
def items_belong_to_the_resource(facts: RequestFacts, asked: Any) -> Objection | None:
    if not facts.foreign_items:
        return None
    return refuse(
        say(
            "Not items of {resource}: {items}.", resource=facts.resource, items="、".join(facts.foreign_items)
        ),
        instead=say("Make one request for each resource."),
    )


@rule("22.3-a")
def request_is_for_another_body(facts: RequestFacts, asked: Any) -> Objection | None:
    if not facts.own:
        return None
    return refuse(
        say("{resource} is your own.", resource=facts.resource),
        instead=say("Use it directly; only use by others is granted."),
    )


@rule("22.3-a")
def system_and_officer_are_of_the_consumer(facts: RequestFacts, asked: Any) -> Objection | None:
    if facts.system_is_ours and facts.responsible_is_ours:
        return None
    return refuse(
        say("The system and the responsible officer must be of the body that asks."),
        instead=say("Register the system first, or name an officer of your own body."),
        fix=Fix("exchange.register_system"),
    )


@rule("22.3-a")
def volume_is_stated(facts: RequestFacts, asked: Any) -> Objection | None:
    if asked.daily_volume and 0 < asked.daily_volume <= 1_000_000:
        return None
    return refuse(
        say("The purpose needs a daily volume between 1 and 1,000,000."),
        instead=say("State how many reads a day the matter needs at most."),
    )


@rule("22.3-a")
def end_date_is_within_the_longest_term(facts: RequestFacts, asked: Any) -> Objection | None:
    if not asked.until or facts.longest_until is None or facts.today < asked.until <= facts.longest_until:
        return None
    return refuse(
        say("The last day must lie between tomorrow and {day}.", day=facts.longest_until.isoformat()),
        instead=say("Choose an earlier day; a grant can be asked for again before it ends."),
    )


@rule("22.3-a")
def request_is_not_made_twice(facts: RequestFacts, asked: Any) -> Objection | None:
    if facts.same_request is None:
        return None
    return refuse(
        say("The same request of this body waits for an answer."),
        instead=say("Wait for the answer, or withdraw the earlier request."),
        fix=Fix("exchange.withdraw_request", facts.same_request),
    )


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
    basis = (asked.ground_basis or "").strip()
    if asked.ground and len(basis) >= 4:
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
class SystemFacts:
    """What the rules may know of a consumer system."""

    key_fault: str
    client_id_taken: bool


@rule("32.1-a")
def system_names_its_protection_level(facts: SystemFacts, asked: Any) -> Objection | None:
    if asked.protection is not None and 1 <= asked.protection <= 5:
        return None
    return refuse(
        say("The protection level is a number from 1 to 5."),
        instead=say("Type the level at which the system is filed under the multi-level protection scheme."),
    )


@rule("32.1-d")
def system_proves_itself_with_a_public_key(facts: SystemFacts, asked: Any) -> Objection | None:
    if not facts.key_fault:
        return None
    return refuse(
        say("{fault}", fault=facts.key_fault),
        instead=say("Send the public key as a JWK (EC P-256, Ed25519 or RSA), without its private part."),
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


@dataclass(frozen=True)
class DispatchFacts:
    """What the rules may know when the provincial office orders a supply."""

    published: bool
    foreign_items: tuple[str, ...]
    own: bool
    protection: int
    required_protection: int
    longest_until: date
    today: date


@rule("5.1-f")
def dispatched_resource_is_catalogued(facts: DispatchFacts, asked: Any) -> Objection | None:
    if facts.published:
        return None
    return refuse(
        say("The resource is in no published edition."),
        instead=say("Have its provider submit it; it can be dispatched once it is published."),
    )


@rule("5.1-f")
def dispatched_items_are_of_the_resource(facts: DispatchFacts, asked: Any) -> Objection | None:
    if not facts.foreign_items:
        return None
    return refuse(
        say("Not items of the resource: {items}.", items="、".join(facts.foreign_items)),
        instead=say("Make one order for each resource."),
    )


@rule("5.1-f")
def order_supplies_another_body(facts: DispatchFacts, asked: Any) -> Objection | None:
    if not facts.own:
        return None
    return refuse(
        say("The system is of the body that holds the resource."),
        instead=say("Choose the system of the unit that needs it."),
    )


@rule("5.1-f")
def order_ends_within_its_longest_term(facts: DispatchFacts, asked: Any) -> Objection | None:
    if asked.until is None or facts.today < asked.until <= facts.longest_until:
        return None
    return refuse(
        say("The last day must lie between tomorrow and {day}.", day=facts.longest_until.isoformat()),
        instead=say("Choose an earlier day; who needs it longer asks the provider by a share request."),
    )


@dataclass(frozen=True)
class HandoverFacts:
    """What the rules may know when an audit log is handed over; ``latest`` is the last day its period may have."""

    own: bool
    overlaps: bool
    latest: date | None
    today: date


@rule("32.2-b")
def log_is_of_the_own_grant(facts: HandoverFacts, asked: Any) -> Objection | None:
    if facts.own:
        return None
    return refuse(
        say("The grant is held by another body."),
        instead=say("Choose a grant of your own with sensitive items."),
    )


@rule("32.2-b")
def period_has_ended(facts: HandoverFacts, asked: Any) -> Objection | None:
    if asked.since is None or asked.until is None or asked.since <= asked.until < facts.today:
        return None
    return refuse(
        say("The period has not ended, or ends before it begins."),
        instead=say("Hand over a period whose last day has passed."),
    )


@rule("32.2-b")
def period_is_no_longer_than_allowed(facts: HandoverFacts, asked: Any) -> Objection | None:
    if asked.until is None or facts.latest is None or asked.until <= facts.latest:
        return None
    return refuse(
        say("A period that begins on this day ends by {day}.", day=facts.latest.isoformat()),
        instead=say("Hand over the log in shorter periods."),
    )


@rule("32.2-b")
def period_is_handed_over_once(facts: HandoverFacts, asked: Any) -> Objection | None:
    if not facts.overlaps:
        return None
    return refuse(
        say("A log of these days was handed over already."),
        instead=say("Begin with the day after the last period."),
    )


@rule("32.2-b")
def digest_is_a_sha256(facts: HandoverFacts, asked: Any) -> Objection | None:
    if asked.digest is None or (
        len(asked.digest) == 64 and set(asked.digest.lower()) <= set("0123456789abcdef")
    ):
        return None
    return refuse(
        say("This is no SHA-256: it has 64 characters, 0 to 9 and a to f."),
        instead=say("Copy what sha256sum prints for the file."),
    )
