"""Reads of data centres, and the facts of their rules."""

from typing import Any

from django.db.models import QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.models import Body
from banyan.infrastructure.models import DataCentre, System
from banyan.infrastructure.queries.existing import integrated_at_the_latest, is_ones_own, own_and_unified
from banyan.infrastructure.rules.centres import CentreFacts


def centre_facts(on: Any, asked: Any) -> CentreFacts:
    """What the rules of asking for a data centre may know."""
    held = asked.by
    body: Body | None = asked.body
    today = clock.today()
    return CentreFacts(
        level=body.level if body else held.level if held else "",
        managing=held.body_name if held else "",
        ones_own=body is None or (held is not None and is_ones_own(held, body)),
        latest=integrated_at_the_latest(today),
    )


def systems_hosted(centre: DataCentre, actor: Actor) -> QuerySet[System]:
    return centre.systems.select_related("body").order_by("name")


def visible_centres(actor: Actor) -> QuerySet[DataCentre]:
    return DataCentre.objects.filter(own_and_unified(actor)).select_related("body", "into")
