"""Reads of data centres and systems, and the facts of their rules."""

from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts.actor import Actor
from banyan.bodies.queries import watched
from banyan.catalogue.secrecy import secret_words
from banyan.infrastructure.models import DataCentre, System
from banyan.infrastructure.rules import CentreFacts, SystemFacts


def centre_facts(on: Any, asked: Any) -> CentreFacts:
    """What the rules of asking for a data centre may know."""
    return CentreFacts(
        level=asked.by.level if asked.by else "", managing=asked.by.body_name if asked.by else ""
    )


def system_facts(on: Any, asked: Any) -> SystemFacts:
    """What the rules of registering a system may know."""
    return SystemFacts(
        code_taken=on is None and System.objects.filter(code=asked.code or "").exists(),
        secret_words=secret_words(asked.name or "", asked.interface or ""),
    )


def visible_centres(actor: Actor) -> QuerySet[DataCentre]:
    return DataCentre.objects.filter(body__in=watched(actor).values("pk")).select_related("body")


def visible_systems(actor: Actor) -> QuerySet[System]:
    mine = Q(body__in=watched(actor).values("pk")) | Q(agreement__supplier__in=actor.bodies)
    return System.objects.filter(mine).select_related("body", "agreement")
