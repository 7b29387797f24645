"""Reads of commendations: how bodies stood over a period, and the facts of their rules."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.models import Entry, Finding
from banyan.bodies.models import Body
from banyan.bodies.queries import watched, within
from banyan.law.inforce import pack
from banyan.supervision.models import Commendation, Order
from banyan.supervision.rules.commendations import CommendationFacts

KINDS = (Body.Kind.APPLICATION, Body.Kind.TECHNICAL)
UNMET = (Order.State.ISSUED, Order.State.ESCALATED)


@dataclass(frozen=True)
class Standing:
    """How a body stood among its peers over a period: bodies of its kind and level in the region."""

    points: int
    rank: int
    peers: int
    last_rank: int


def points_of(bodies: QuerySet[Body], since: date, until: date) -> dict[int, int]:
    """The points of each body over a period, by what findings and orders cost on its last day.

    Findings that were withdrawn and orders that were lifted cost nothing.
    """
    full, for_a_finding, for_an_order = (
        pack().parameter(f"commendation.{name}", on=until).of(int) for name in ("full", "finding", "order")
    )
    first, end = clock.midnight(since), clock.midnight(until + timedelta(days=1))
    period = Q(found_at__gte=first, found_at__lt=end, body__in=bodies.values("pk"))
    findings = Finding.objects.filter(period).exclude(state=Finding.State.WITHDRAWN)
    cost: Counter[int] = Counter()
    for body, number in findings.values_list("body").annotate(Count("pk")):
        cost[body] += for_a_finding * number
    issued = Entry.objects.filter(act="supervision.order_correction", at__gte=first, at__lt=end)
    orders = Order.objects.filter(pk__in=issued.values("object_id"), body__in=bodies.values("pk"))
    for body, number in orders.exclude(state=Order.State.LIFTED).values_list("body").annotate(Count("pk")):
        cost[body] += for_an_order * number
    return {pk: max(0, full - cost[pk]) for pk in bodies.values_list("pk", flat=True)}


def peers_of(body: Body, region: str, level: str) -> QuerySet[Body]:
    """Active bodies of the same kind and level in the region of the managing department."""
    same = Body.objects.filter(kind=body.kind, level=body.level, state=Body.State.ACTIVE)
    return same.filter(within(region, level))


def standing(body: Body, peers: QuerySet[Body], since: date, until: date) -> Standing:
    """Place one is shared by all with the most points."""
    points = points_of(peers, since, until)
    mine = points.get(body.pk, 0)
    share = pack().parameter("commendation.best_share", on=clock.today()).of(int)
    rank = 1 + sum(one > mine for one in points.values())
    return Standing(mine, rank, len(points), max(1, len(points) * share // 100))


def _against(body: Body) -> tuple[int, int]:
    findings = Finding.objects.filter(body=body.pk, state=Finding.State.OPEN).count()
    return findings, Order.objects.filter(body=body, state__in=UNMET).count()


def proposal_facts(on: None, asked: Any) -> CommendationFacts:
    """What the rules of a proposal may know."""
    body, by, since, until = asked.body, asked.by, asked.since, asked.until
    if body is None or by is None or since is None or until is None:
        return CommendationFacts(False, 0, 0, 0, 1, 0, 0, period_is_over=False)
    peers = peers_of(body, by.region, by.level)
    stood = standing(body, peers, since, until)
    findings, unmet = _against(body)
    return CommendationFacts(
        in_region=peers.filter(pk=body.pk).exists(),
        open_findings=findings,
        orders_unmet=unmet,
        points=stood.points,
        rank=stood.rank,
        peers=stood.peers,
        last_rank=stood.last_rank,
        period_is_over=since < until <= clock.today(),
    )


def commendation_facts(on: Commendation, asked: Any) -> CommendationFacts:
    """What the rules may know when people decide: what stands against the body now."""
    findings, unmet = _against(on.body)
    return CommendationFacts(
        True,
        findings,
        unmet,
        on.points,
        on.rank,
        on.peers,
        on.rank,
        period_is_over=True,
    )


def proposable(on: Any, actor: Actor) -> QuerySet[Body]:
    """Bodies of the own region that have no open finding and no unmet order, as figures propose them."""
    bodies = watched(actor).filter(kind__in=KINDS, state=Body.State.ACTIVE)
    with_findings = Finding.objects.filter(state=Finding.State.OPEN).values("body")
    with_orders = Order.objects.filter(state__in=UNMET).values("body")
    return bodies.exclude(Q(pk__in=with_findings) | Q(pk__in=with_orders)).order_by("region_code", "name")


def visible_commendations(actor: Actor) -> QuerySet[Commendation]:
    """Commendations given are for everybody; the others for those who watch the body."""
    mine = Q(state=Commendation.State.COMMENDED) | Q(body__in=watched(actor).values("pk"))
    return Commendation.objects.filter(mine).select_related("body", "office")
