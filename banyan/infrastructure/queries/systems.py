"""Reads of systems, and the facts of their rules."""

from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.models import Body
from banyan.bodies.queries import guarded
from banyan.catalogue.models import Resource
from banyan.catalogue.secrecy import secret_words
from banyan.infrastructure.models import DataCentre, System
from banyan.infrastructure.queries.centres import visible_centres
from banyan.infrastructure.queries.existing import is_ones_own
from banyan.infrastructure.rules.systems import SystemFacts
from banyan.law.inforce import pack

HOSTING = (DataCentre.State.APPROVED, DataCentre.State.STOCK)


def system_facts(on: Any, asked: Any) -> SystemFacts:
    """What the rules of registering, completing and testing a system may know."""
    body: Body | None = asked.body
    centre: DataCentre | None = asked.centre
    return SystemFacts(
        code_taken=on is None and System.objects.filter(code=asked.code or "").exists(),
        secret_words=secret_words(asked.name or "", asked.interface or ""),
        today=clock.today(),
        ones_own=body is None or (asked.by is not None and is_ones_own(asked.by, body)),
        centre_stands=centre is None or centre.state in HOSTING,
        live=on is not None and on.state == System.State.LIVE,
        audit_at_least=pack().parameter("log.network_retention", on=clock.today()).of(int),
    )


def hosting_centres(on: Any, actor: Actor) -> QuerySet[DataCentre]:
    """The data centres that may host a system: approved ones, and existing ones until they are integrated."""
    return visible_centres(actor).filter(state__in=HOSTING)


def own_resources(on: System | None, actor: Actor) -> QuerySet[Resource]:
    return Resource.objects.filter(body__in=actor.bodies)


def visible_systems(actor: Actor) -> QuerySet[System]:
    mine = Q(body__in=guarded(actor).values("pk")) | Q(agreement__supplier__in=actor.bodies)
    return System.objects.filter(mine).select_related("body", "agreement", "centre")
