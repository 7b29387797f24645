"""Reads of aggregation tasks, and the facts of their rules."""

from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.queries import watched
from banyan.catalogue.models import Resource
from banyan.lake.models import AggregationTask, Load
from banyan.lake.queries.rows import published_load
from banyan.lake.rules.aggregation import AggregationFacts


def aggregation_facts(on: AggregationTask | None, asked: Any) -> AggregationFacts:
    """What the rules of asking for a resource and of handing it in may know."""
    resource: Resource | None = on.resource if on else asked.resource
    load: Load | None = asked.load
    states = [Resource.State.ACCEPTED, Resource.State.PUBLISHED]
    waiting = [AggregationTask.State.ASKED, AggregationTask.State.ANSWERED]
    return AggregationFacts(
        is_catalogued=resource is None or resource.state in states,
        is_open=on is None and AggregationTask.objects.filter(resource=resource, state__in=waiting).exists(),
        load_answers=load is not None and resource is not None and load == published_load(resource),
        today=clock.today(),
    )


def catalogued(on: Any, actor: Actor) -> QuerySet[Resource]:
    """Every resource in the catalogue."""
    return Resource.objects.filter(state=Resource.State.PUBLISHED).select_related("body")


def loads_to_hand_in(on: AggregationTask, actor: Actor) -> QuerySet[Load]:
    """The published version of the resource that was asked for."""
    return Load.objects.filter(resource=on.resource_id, state=Load.State.PUBLISHED)


def visible_tasks(actor: Actor) -> QuerySet[AggregationTask]:
    """Tasks of the own body, of those that the actor may look into, and those that it asked for."""
    seen = watched(actor).values("pk")
    rows = AggregationTask.objects.filter(Q(body__in=seen) | Q(asked_by__in=actor.bodies))
    return rows.select_related("body", "resource")


def tasks_to_remind(days: int) -> QuerySet[AggregationTask]:
    """Tasks without an answer whose day is at most so many days off, and whose unit was not reminded yet."""
    near = clock.today() + timedelta(days=days)
    return AggregationTask.objects.filter(
        state=AggregationTask.State.ASKED, due_on__lte=near, reminded_on=None
    )
