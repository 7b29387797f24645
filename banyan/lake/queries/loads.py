"""Reads of loads, and the facts of their rules."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.queries import watched
from banyan.catalogue.models import Resource
from banyan.catalogue.secrecy import secret_words
from banyan.lake.models import Load, Progress, Row
from banyan.lake.queries.items import items_in_force
from banyan.lake.rules.loads import MOST_BAD_PERCENT, BeginFacts, PublishFacts
from banyan.law.inforce import pack

QUIET = timedelta(minutes=5)
"""A load that gives no sign of life for so long has died: the next one of its resource fails it."""


def silent_loads(at: datetime, quiet: timedelta = QUIET) -> QuerySet[Load]:
    """Loads in check that have given no sign of life for so long."""
    last = at - quiet
    silent = Q(progress__beat_at__lt=last) | Q(progress=None, begun_at__lt=last)
    return Load.objects.filter(silent, state=Load.State.CHECKING).select_related("resource")


def failed_with_rows() -> QuerySet[Load]:
    """Failed loads whose rows are not all deleted yet."""
    left = Row.objects.filter(load=OuterRef("pk"))
    return Load.objects.filter(Exists(left), state=Load.State.FAILED)


def begin_facts(on: Any, asked: Any) -> BeginFacts:
    """What the rules of ``begin_load`` may know."""
    resource = Resource.objects.get(pk=asked.resource.pk)
    return BeginFacts(
        resource=str(resource),
        is_own=asked.actor.machine or resource.body_id in asked.actor.bodies,
        is_catalogued=resource.state in {Resource.State.ACCEPTED, Resource.State.PUBLISHED},
        keys=items_in_force(resource).filter(is_key=True).count(),
        running=running_load(resource),
        secret_words=secret_words(asked.file_name),
    )


def running_load(resource: Resource) -> int | None:
    return (
        Load.objects.filter(resource=resource, state=Load.State.CHECKING).values_list("pk", flat=True).first()
    )


def publish_facts(on: Load, asked: Any) -> PublishFacts:
    """What the rules of ``publish_load`` may know: what the check has counted, if it has come to its end."""
    found = Progress.objects.filter(load=on, finished=True).first()
    return PublishFacts(
        finished=found is not None,
        rows_good=found.rows_good if found else 0,
        rows_bad=found.rows_bad if found else 0,
        rows_digest=found.rows_digest if found else "",
        most_bad_percent=most_bad_percent(),
    )


def most_bad_percent() -> Decimal:
    """How many of a hundred rows may be bad: the law pack's ``load.most_bad``, else ours."""
    if "load.most_bad" not in pack().parameters:
        return MOST_BAD_PERCENT
    return Decimal(str(pack().parameter("load.most_bad", on=clock.today()).amount))


def visible_loads(actor: Actor) -> QuerySet[Load]:
    """Loads of the own body, and of those that the actor may look into."""
    return Load.objects.filter(body__in=watched(actor).values("pk")).select_related("resource", "body")


def other_versions(load: Load, actor: Actor) -> QuerySet[Load]:
    """The other loads of the same resource, the newest first."""
    return Load.objects.filter(resource=load.resource_id).exclude(pk=load.pk).order_by("-number")


def resources_to_load(on: Any, actor: Actor) -> QuerySet[Resource]:
    """Catalogued resources of the own body."""
    states = [Resource.State.ACCEPTED, Resource.State.PUBLISHED]
    return Resource.objects.filter(body__in=actor.bodies, state__in=states)
