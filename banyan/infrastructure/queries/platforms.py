"""Reads of platforms and terminals, and the facts of their rules."""

from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.infrastructure.models import Platform
from banyan.infrastructure.queries.existing import own_and_unified
from banyan.infrastructure.rules.platforms import PlatformFacts, RenewalFacts

STANDING = (Platform.State.PLANNED, Platform.State.RUNNING)


def platform_facts(on: Any, asked: Any) -> PlatformFacts:
    """What the rules of registering a platform may know."""
    held = asked.by
    kind = asked.kind or Platform.Kind.SECURITY
    rows = Platform.objects.filter(kind=kind, state__in=STANDING)
    if kind in {Platform.Kind.IOT, Platform.Kind.GRID}:
        rows = rows.filter(body=held.body if held else None)
    return PlatformFacts(
        body_kind=held.body_kind if held else "",
        level=held.level if held else "",
        standing=str(rows.first() or ""),
        today=clock.today(),
    )


def renewal_facts(on: Platform, asked: Any) -> RenewalFacts:
    return RenewalFacts(mode=on.mode, today=clock.today())


def security_platforms(on: Any, actor: Actor) -> QuerySet[Platform]:
    return Platform.objects.filter(kind=Platform.Kind.SECURITY, state=Platform.State.RUNNING)


def visible_platforms(actor: Actor) -> QuerySet[Platform]:
    mine = own_and_unified(actor) | Q(kind=Platform.Kind.SECURITY)
    return Platform.objects.filter(mine).select_related("body", "agreement", "follows")
