"""Rules of article 32 on the audit logs of consumers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


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
