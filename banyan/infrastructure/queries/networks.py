"""Reads of networks and access works, and the facts of their rules."""

from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.models import Agreement, Body
from banyan.bodies.queries import watched
from banyan.infrastructure.models import AccessWork, Network
from banyan.infrastructure.queries.existing import integrated_at_the_latest, is_ones_own, own_and_unified
from banyan.infrastructure.rules.networks import AccessFacts, BackboneFacts, ReviewFacts
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack


def backbone_facts(on: Any, asked: Any) -> BackboneFacts:
    """What the rules of establishing the backbone may know."""
    standing = Network.objects.filter(kind=Network.Kind.BACKBONE).first()
    agreement: Agreement | None = asked.agreement
    return BackboneFacts(
        standing=str(standing or ""),
        mode=agreement.mode if agreement else "",
        is_running=agreement is not None
        and agreement.state == Agreement.State.IN_FORCE
        and agreement.until >= clock.today(),
    )


def review_facts(on: Network | None, asked: Any) -> ReviewFacts:
    """What the rules of asking for and reviewing a private network may know."""
    today = clock.today()
    months = pack().parameter("private_network.next_review", on=today).of(int)
    new_refused = pack().parameter("private_network.new_refused", on=today).of(bool)
    entered = (on.entered_on if on else None) or today
    return ReviewFacts(
        new_refused, today, months_after(today, months), max(integrated_at_the_latest(entered), today)
    )


def access_facts(on: AccessWork | None, asked: Any) -> AccessFacts:
    """What the rules of planning and recording access may know."""
    unit: Body | None = on.unit if on else asked.unit
    held = asked.by
    taken = on is None and AccessWork.objects.filter(
        unit=unit, access_point=asked.access_point or ""
    ).exclude(state=AccessWork.State.CLOSED)
    return AccessFacts(
        in_region=unit is None or (held is not None and is_ones_own(held, unit)),
        taken=bool(taken and taken.exists()),
        today=clock.today(),
    )


def visible_networks(actor: Actor) -> QuerySet[Network]:
    mine = own_and_unified(actor) | Q(agreement__supplier__in=actor.bodies)
    return Network.objects.filter(mine).select_related("body", "agreement")


def visible_access(actor: Actor) -> QuerySet[AccessWork]:
    mine = Q(body__in=watched(actor).values("pk")) | Q(unit__in=watched(actor).values("pk"))
    return AccessWork.objects.filter(mine).select_related("body", "unit")
