"""Reads of catalogue updates, and the facts of their rules."""

from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts.actor import Actor
from banyan.bodies.models import Body
from banyan.bodies.queries import watched
from banyan.catalogue.models import CollectionItem, Resource, ServiceEntry, UpdateTask
from banyan.catalogue.rules.updates import UpdateFacts

IN_WORK = ["submitted", "accepted", "published"]


def items_standing(body: Body) -> QuerySet[CollectionItem]:
    """The collection items of a body that are in effect."""
    return CollectionItem.objects.filter(body=body, state=CollectionItem.State.EFFECTIVE)


def resources_standing(body: Body) -> QuerySet[Resource]:
    """The resources of a body that are in an edition, or on their way into one."""
    return Resource.objects.filter(body=body, state__in=IN_WORK)


def standing(body: Body) -> int:
    """How many entries of a body stand in the three catalogues (目录内条目数)."""
    services = ServiceEntry.objects.filter(body=body, state__in=IN_WORK)
    return items_standing(body).count() + resources_standing(body).count() + services.count()


def update_facts(on: UpdateTask | None, asked: Any) -> UpdateFacts:
    """What the rules of opening and finishing an update may know."""
    body: Body | None = on.body if on else asked.body
    abolished = on is not None and on.event == UpdateTask.Event.ABOLISHED
    return UpdateFacts(
        is_watched=body is None or asked.actor.machine or watched(asked.actor).filter(pk=body.pk).exists(),
        standing=standing(on.body) if on and abolished else 0,
    )


def owner_of(body: Body) -> Body:
    """Who updates the entries of a body: itself, or for one that is no more the managing department."""
    if body.state == Body.State.ACTIVE:
        return body
    return body.managing or body.provincial_office or body


def bodies_to_update(on: Any, actor: Actor) -> QuerySet[Body]:
    return watched(actor).filter(state=Body.State.ACTIVE)


def visible_updates(actor: Actor) -> QuerySet[UpdateTask]:
    seen = watched(actor).values("pk")
    rows = UpdateTask.objects.filter(Q(body__in=seen) | Q(owner__in=seen))
    return rows.select_related("body", "owner")


def items_of_task(task: UpdateTask, actor: Actor) -> QuerySet[CollectionItem]:
    return items_standing(task.body).order_by("pk")


def resources_of_task(task: UpdateTask, actor: Actor) -> QuerySet[Resource]:
    return resources_standing(task.body).order_by("code")
