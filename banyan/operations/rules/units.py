"""Rules of article 7: who may be commissioned, with what, and until when."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from banyan.acts.refusal import Fix, Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say

QUALIFIES = {
    "build": ("integration",),
    "run": ("operation", "cloud"),
    "manage": ("operation",),
    "protect": ("security",),
    "assess": ("assessment",),
}
"""Which certificates qualify for which work: one of them is enough."""


@dataclass(frozen=True)
class QualificationFacts:
    """What the rules may know when a certificate is reported or checked."""

    certificate_taken: bool
    valid_until: date | None
    today: date


@dataclass(frozen=True)
class CommissionFacts:
    """What the rules may know when a unit is commissioned."""

    unit: str
    qualified_for: tuple[str, ...]
    agreement_in_force: bool
    agreement_since: date | None
    agreement_until: date | None
    own_agreement: bool
    foreign_systems: tuple[str, ...]


@rule("7.1-a")
def certificate_is_valid(facts: QualificationFacts, asked: Any) -> Objection | None:
    until = asked.valid_until or facts.valid_until
    if until is None or until >= facts.today:
        return None
    return refuse(
        say("The certificate has expired on {day}.", day=str(until)),
        instead=say("Have it renewed, then report the new certificate."),
    )


@rule("7.1-a")
def certificate_is_reported_once(facts: QualificationFacts, asked: Any) -> Objection | None:
    if not facts.certificate_taken:
        return None
    return refuse(
        say("The certificate {number} is on record.", number=asked.certificate),
        instead=say("Report each certificate once; after a renewal type the number of the new one."),
    )


@rule("7.1-a")
def unit_is_qualified(facts: CommissionFacts, asked: Any) -> Objection | None:
    wanted = QUALIFIES.get(str(asked.work or ""), ())
    if not wanted or set(wanted) & set(facts.qualified_for):
        return None
    return refuse(
        say("{unit} holds no valid qualification for this work.", unit=facts.unit),
        instead=say("Let the unit report its certificate, and its managing department check it."),
    )


@rule("8.1-d")
def commission_lies_within_its_agreement(facts: CommissionFacts, asked: Any) -> Objection | None:
    if not asked.agreement:
        return None
    fits = (
        facts.own_agreement
        and facts.agreement_in_force
        and (asked.since is None or facts.agreement_since is None or asked.since >= facts.agreement_since)
        and (asked.until is None or facts.agreement_until is None or asked.until <= facts.agreement_until)
    )
    if fits:
        return None
    return refuse(
        say("The commission is not covered by an agreement in force of your body."),
        instead=say(
            "Stay within the days of the agreement, or conclude a new one with its ownership clause."
        ),
        fix=Fix("bodies.conclude_agreement"),
    )


@rule("7.1-b")
def commission_ends_after_it_begins(facts: CommissionFacts, asked: Any) -> Objection | None:
    if asked.since is None or asked.until is None or asked.since < asked.until:
        return None
    return refuse(
        say("The commission ends before it begins."),
        instead=say("Type an end that lies after the beginning."),
    )


@rule("7.1-b")
def body_commissions_its_own_systems(facts: CommissionFacts, asked: Any) -> Objection | None:
    if not facts.foreign_systems:
        return None
    return refuse(
        say("These are not systems of your body: {systems}.", systems="、".join(facts.foreign_systems)),
        instead=say("Each body commissions the operation of its own systems."),
    )
