"""Reads of what is opened and developed, and the facts of its rules."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.catalogue.models import Development, Opening, Resource
from banyan.catalogue.rules.developments import DevelopmentFacts
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack


def opened() -> Q:
    """Resources that are open to the public, or open on conditions."""
    return ~Q(opening=Opening.CLOSED)


def opened_resources(on: Any, actor: Actor) -> QuerySet[Resource]:
    """The published resources that are opened."""
    return Resource.objects.filter(opened(), state=Resource.State.PUBLISHED).select_related("body")


def development_facts(on: Any, asked: Any) -> DevelopmentFacts:
    """What the rules of registering a development use may know."""
    resource: Resource | None = asked.resource
    conditional = resource is not None and resource.opening == Opening.CONDITIONAL
    return DevelopmentFacts(
        resource=str(resource or ""),
        published=resource is None or resource.state == Resource.State.PUBLISHED,
        closed=resource is not None and resource.opening == Opening.CLOSED,
        condition=(resource.opening_condition or str(resource.get_opening_display()))
        if resource and conditional
        else "",
        today=clock.today(),
    )


def visible_developments(actor: Actor) -> QuerySet[Development]:
    """Every development use: what is opened is opened to all."""
    return Development.objects.select_related("resource__body", "body")


def developments_of(resource: Resource, actor: Actor) -> QuerySet[Development]:
    return visible_developments(actor).filter(resource=resource).order_by("-pk")


def not_told_of(today: date) -> QuerySet[Development]:
    """Development uses under way that are past their day, or of which nothing was told for the interval."""
    interval = pack().parameter("development.report", on=today).of(int)
    silent = Q(last__lt=months_after(today, -interval))
    rows = Development.objects.filter(state=Development.State.UNDER_WAY)
    rows = rows.annotate(last=Coalesce("told_on", "since"))
    return rows.filter(silent | Q(until__lt=today)).select_related("resource", "body")
