"""Reads of systems, and the facts of their rules."""

from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts.actor import Actor
from banyan.bodies.queries import watched
from banyan.catalogue.secrecy import secret_words
from banyan.infrastructure.models import System
from banyan.infrastructure.rules.systems import SystemFacts


def system_facts(on: Any, asked: Any) -> SystemFacts:
    """What the rules of registering a system may know."""
    return SystemFacts(
        code_taken=on is None and System.objects.filter(code=asked.code or "").exists(),
        secret_words=secret_words(asked.name or "", asked.interface or ""),
    )


def visible_systems(actor: Actor) -> QuerySet[System]:
    mine = Q(body__in=watched(actor).values("pk")) | Q(agreement__supplier__in=actor.bodies)
    return System.objects.filter(mine).select_related("body", "agreement")
