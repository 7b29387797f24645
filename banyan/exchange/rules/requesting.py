"""Rules of article 22 on share requests: what may be asked for, and how."""

from dataclasses import dataclass
from datetime import date
from typing import Any

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
