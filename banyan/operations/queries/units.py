"""Reads of qualifications and commissions, and the facts of their rules."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.models import Agreement
from banyan.bodies.queries import watched
from banyan.infrastructure.models import System
from banyan.operations.models import Commission, Qualification
from banyan.operations.rules.units import QUALIFIES, CommissionFacts, QualificationFacts

CHECKED = Qualification.State.CHECKED


def valid_qualifications(day: date) -> QuerySet[Qualification]:
    """The certificates that are checked and have not expired."""
    return Qualification.objects.filter(state=CHECKED, valid_until__gte=day)


def unqualified(day: date) -> QuerySet[Commission]:
    """Running commissions whose unit holds no valid qualification for the work."""
    covered = Q()
    for work, kinds in QUALIFIES.items():
        units = valid_qualifications(day).filter(kind__in=kinds).values("unit")
        covered |= Q(work=work, agreement__supplier__in=units)
    running = Commission.objects.filter(state=Commission.State.RUNNING, since__lte=day)
    return running.exclude(covered).select_related("agreement__supplier", "agreement__body")


def qualification_facts(on: Qualification | None, asked: Any) -> QualificationFacts:
    """What the rules of a certificate may know."""
    same = Qualification.objects.filter(certificate=asked.certificate or "").exclude(
        state=Qualification.State.REJECTED
    )
    return QualificationFacts(
        certificate_taken=on is None and same.exists(),
        valid_until=on.valid_until if on else None,
        today=clock.today(),
    )


def commission_facts(on: Any, asked: Any) -> CommissionFacts:
    """What the rules of a commission may know."""
    agreement: Agreement | None = asked.agreement
    own = asked.by.body if asked.by else None
    kinds = (
        valid_qualifications(clock.today()).filter(unit=agreement.supplier_id).values_list("kind", flat=True)
        if agreement
        else []
    )
    return CommissionFacts(
        unit=str(agreement.supplier) if agreement else "",
        qualified_for=tuple(kinds),
        agreement_in_force=agreement is not None and agreement.state == Agreement.State.IN_FORCE,
        agreement_since=agreement.since if agreement else None,
        agreement_until=agreement.until if agreement else None,
        own_agreement=agreement is not None and agreement.body_id == own,
        foreign_systems=tuple(str(one) for one in asked.systems or () if one.body_id != own),
    )


def visible_qualifications(actor: Actor) -> QuerySet[Qualification]:
    """Every officer sees what units are qualified for; what waits or was not accepted is between the two sides."""
    mine = Q(state=CHECKED) | Q(unit__in=watched(actor).values("pk"))
    return Qualification.objects.filter(mine).select_related("unit__region")


def visible_commissions(actor: Actor) -> QuerySet[Commission]:
    """The commissions of the own and watched bodies, and those that the own unit holds."""
    mine = Q(agreement__body__in=watched(actor).values("pk")) | Q(agreement__supplier__in=actor.bodies)
    return Commission.objects.filter(mine).select_related("agreement__body", "agreement__supplier")


def own_systems(on: Any, actor: Actor) -> QuerySet[System]:
    return System.objects.filter(body__in=actor.bodies).exclude(state=System.State.RETIRED)
