"""Rules of articles 23 and 32 on systems."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.endpoints import NotAsked, endpoint
from banyan.kit.sentence import say


@dataclass(frozen=True)
class SystemFacts:
    """What the rules may know when a system is registered or completed."""

    code_taken: bool
    secret_words: tuple[str, ...]
    today: date | None = None
    ones_own: bool = True
    centre_stands: bool = True
    live: bool = False
    audit_at_least: int = 0


@rule("32.1-b", unstorable=True)
def no_secret_system_enters(facts: SystemFacts, asked: Any) -> Objection | None:
    if not facts.secret_words:
        return None
    return refuse(
        say("The entry carries a mark of secrecy; secret systems are not registered here."),
        instead=say("Handle it in the secret system of your body, under the secrecy authority."),
    )


@rule("23.1-a")
def system_code_is_new(facts: SystemFacts, asked: Any) -> Objection | None:
    if not facts.code_taken:
        return None
    return refuse(say("A system of this code is registered."), instead=say("Use the code of this system."))


@rule("5.2-b")
def system_is_entered_by_its_body_or_its_department(facts: SystemFacts, asked: Any) -> Objection | None:
    if asked.body is None or (facts.ones_own and asked.is_stock):
        return None
    return refuse(
        say("A department enters for another body of its region only what exists already."),
        instead=say("The body itself registers its system."),
    )


@rule("23.1-a")
def centre_is_approved_or_stock(facts: SystemFacts, asked: Any) -> Objection | None:
    if asked.centre is None or facts.centre_stands:
        return None
    return refuse(
        say("This data centre is not approved, or is integrated already."),
        instead=say("Host the system in the government data centre of your level or above."),
    )


@rule("23.1-a")
def endpoint_can_be_called(facts: SystemFacts, asked: Any) -> Objection | None:
    """An endpoint has the form of a web address; whether somebody answers there, the probe measures."""
    if not asked.endpoint:
        return None
    try:
        endpoint(asked.endpoint)
    except NotAsked as fault:
        return refuse(fault.sentence, instead=say("Type the address as https://system.example/health."))
    return None


@rule("3.1-f")
def live_system_keeps_its_audit_log(facts: SystemFacts, asked: Any) -> Objection | None:
    if not facts.live or asked.audit_months is None or asked.audit_months >= facts.audit_at_least:
        return None
    return refuse(
        say(
            "The audit log of a system in operation is kept for at least {n} months.", n=facts.audit_at_least
        ),
        instead=say("Keep it longer, or retire the system first."),
    )


@rule("32.1-a")
def what_it_shows_was_done_on_days_past(facts: SystemFacts, asked: Any) -> Objection | None:
    """Filing, tests and connections are recorded when they were done."""
    days = (asked.filed_on, asked.link_tested_on, asked.community_connected_on, asked.grid_connected_on)
    if facts.today is None or all(day is None or day <= facts.today for day in (asked.tested_on, *days)):
        return None
    return refuse(say("This day is still to come."), instead=say("Record it on the day it was done."))


@rule("32.1-a")
def tested_on_a_day_past(facts: SystemFacts, asked: Any) -> Objection | None:
    if asked.tested_on is None or facts.today is None or asked.tested_on <= facts.today:
        return None
    return refuse(say("This day is still to come."), instead=say("Record the test on the day it was done."))
