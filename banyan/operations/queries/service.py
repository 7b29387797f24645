"""Reads of ratings, service requests and instructions, and the facts of their rules."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.models import Body
from banyan.bodies.queries import watched, within
from banyan.law.inforce import pack
from banyan.operations.models import Commission, Instruction, Rating, ServiceRequest
from banyan.operations.periods import Period, ended, period, running, to_rate
from banyan.operations.rules.service import InstructionFacts, RatingFacts, RequestFacts


def rating_months(day: date) -> int:
    """How long a period of rating is, in months."""
    return pack().parameter("rating.interval", on=day).of(int)


def period_to_rate(commission: Commission) -> Period | None:
    """The period of the commission that waits for its rating."""
    day = clock.today()
    rated = frozenset(commission.ratings.values_list("since", flat=True))
    return to_rate(commission.since, day, rating_months(day), rated)


def rating_facts(on: Commission, asked: Any) -> RatingFacts:
    """What the rules of rating may know."""
    day = clock.today()
    months = rating_months(day)
    following = period(on.since, running(on.since, day, months) + 1, months)
    return RatingFacts(waits=period_to_rate(on) is not None, next_from=str(following.since))


def unrated(day: date) -> list[tuple[Commission, Period]]:
    """Running commissions whose last ended period nobody has rated, each with that period."""
    months = rating_months(day)
    rows = Commission.objects.filter(state=Commission.State.RUNNING).select_related("agreement__supplier")
    rated = set(
        Rating.objects.filter(commission__state=Commission.State.RUNNING).values_list("commission", "since")
    )
    found = ((one, ended(one.since, day, months)) for one in rows.iterator())
    return [(one, last) for one, last in found if last and (one.pk, last.since) not in rated]


def request_facts(on: Any, asked: Any) -> RequestFacts:
    """What the rules of asking for a service may know."""
    commission: Commission | None = asked.commission
    own = asked.by.body if asked.by else None
    return RequestFacts(
        own_commission=commission is not None
        and commission.state == Commission.State.RUNNING
        and commission.agreement.body_id == own
    )


def instruction_facts(on: Any, asked: Any) -> InstructionFacts:
    """What the rules of instructing may know."""
    unit: Body | None = asked.unit
    seen = asked.actor is not None and unit is not None and units_in_charge(on, asked.actor).contains(unit)
    return InstructionFacts(unit=str(unit or ""), in_charge=seen)


def units_in_charge(on: Any, actor: Actor) -> QuerySet[Body]:
    """Service units that have their seat, or a running commission, in the regions of the actor's departments."""
    regions = Q(pk__in=())
    for held in actor.offices:
        if held.body_kind == Body.Kind.MANAGING:
            regions |= within(held.region, held.level)
    bodies = Body.objects.filter(regions)
    working = Commission.objects.filter(
        state=Commission.State.RUNNING, agreement__body__in=bodies.values("pk")
    ).values("agreement__supplier")
    return Body.objects.filter(
        Q(pk__in=bodies.values("pk")) | Q(pk__in=working),
        kind=Body.Kind.TECHNICAL,
        state=Body.State.ACTIVE,
    )


def _of_commissions(actor: Actor) -> Q:
    return Q(commission__agreement__body__in=watched(actor).values("pk")) | Q(
        commission__agreement__supplier__in=actor.bodies
    )


def visible_ratings(actor: Actor) -> QuerySet[Rating]:
    return Rating.objects.filter(_of_commissions(actor)).select_related(
        "commission__agreement__body", "commission__agreement__supplier"
    )


def visible_requests(actor: Actor) -> QuerySet[ServiceRequest]:
    return ServiceRequest.objects.filter(_of_commissions(actor)).select_related(
        "commission__agreement__body", "commission__agreement__supplier"
    )


def visible_instructions(actor: Actor) -> QuerySet[Instruction]:
    mine = Q(department__in=watched(actor).values("pk")) | Q(unit__in=actor.bodies)
    return Instruction.objects.filter(mine).select_related("department", "unit")
