"""Reads of the audit logs of consumers: what was handed over and what is missing."""

from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.exchange.models import AuditHandover, Grant, Use
from banyan.exchange.queries.grants import visible_grants
from banyan.exchange.rules.handover import HandoverFacts
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack


def handover_facts(on: AuditHandover | None, asked: Any) -> HandoverFacts:
    """What the rules of handing over an audit log may know."""
    grant: Grant | None = on.grant if on else asked.grant
    since, until = asked.since, asked.until
    same = (
        AuditHandover.objects.filter(grant=grant, since__lte=until or since, until__gte=since)
        if since
        else None
    )
    return HandoverFacts(
        own=grant is None or (asked.by is not None and grant.consumer_id == asked.by.body),
        overlaps=same is not None and same.exists(),
        latest=months_after(since, handed_over_within()) - timedelta(days=1) if since else None,
        today=clock.today(),
    )


def handed_over_within() -> int:
    """The longest period of a handed-over log, in months."""
    return pack().parameter("read.hand_over", on=clock.today()).of(int)


def uses_without_log() -> QuerySet[Use]:
    """Uses of sensitive items whose log should have been handed over by today (未报送审计日志的使用)."""
    today = clock.today()
    grace = timedelta(days=pack().parameter("read.hand_over_grace", on=today).of(int))
    last = months_after(today - grace, -handed_over_within())
    covered = AuditHandover.objects.filter(
        grant=OuterRef("grant"), since__lte=OuterRef("day"), until__gte=OuterRef("day")
    )
    items = Grant.items.through.objects.filter(grant=OuterRef("grant"), resourceitem__is_sensitive=True)
    return Use.objects.filter(Exists(items), ~Exists(covered), day__lt=last)


def grants_to_hand_over(on: Any, actor: Actor) -> QuerySet[Grant]:
    """The own grants on sensitive items."""
    rows = Grant.objects.filter(consumer__in=actor.bodies, items__is_sensitive=True).distinct()
    return rows.select_related("consumer", "resource")


def visible_handovers(actor: Actor) -> QuerySet[AuditHandover]:
    """Logs of grants that the actor may see."""
    rows = AuditHandover.objects.filter(grant__in=visible_grants(actor).values("pk"))
    return rows.select_related("grant__consumer", "grant__provider", "grant__resource")
