"""Reads of data centres, and the facts of their rules."""

from typing import Any

from django.db.models import QuerySet

from banyan.acts.actor import Actor
from banyan.bodies.queries import watched
from banyan.infrastructure.models import DataCentre
from banyan.infrastructure.rules.centres import CentreFacts


def centre_facts(on: Any, asked: Any) -> CentreFacts:
    """What the rules of asking for a data centre may know."""
    return CentreFacts(
        level=asked.by.level if asked.by else "", managing=asked.by.body_name if asked.by else ""
    )


def visible_centres(actor: Actor) -> QuerySet[DataCentre]:
    return DataCentre.objects.filter(body__in=watched(actor).values("pk")).select_related("body")
