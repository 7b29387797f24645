"""Reads of share requests: what may be asked for, what is visible, and the facts of their rules."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.models import Officer
from banyan.bodies.queries import watched
from banyan.catalogue.models import CollectionForm, Resource, ResourceItem, Sharing
from banyan.catalogue.queries.collection import visible_forms
from banyan.exchange.models import ConsumerSystem, ShareRequest
from banyan.exchange.queries.grants import longest_until
from banyan.exchange.rules.requesting import RequestFacts


def request_facts(on: Any, asked: Any) -> RequestFacts:
    """What the rules of ``submit_share_request`` may know."""
    resource: Resource = asked.resource
    body = asked.by.body if asked.by else 0
    items = asked.items or []
    twin = ShareRequest.objects.filter(
        consumer=body, resource=resource, purpose=asked.purpose, state=ShareRequest.State.SUBMITTED
    ).first()
    return RequestFacts(
        resource=str(resource),
        published=resource.state == Resource.State.PUBLISHED,
        not_shared=resource.sharing == Sharing.NOT_SHARED,
        ground=f"{resource.get_ground_display()} {resource.ground_basis}".strip(),
        foreign_items=tuple(str(item) for item in items if item.resource_id != resource.pk),
        own=resource.body_id == body,
        system_is_ours=bool(asked.system and asked.system.body_id == body),
        responsible_is_ours=bool(asked.responsible and asked.responsible.body_id == body),
        longest_until=longest_until(),
        today=clock.today(),
        same_request=twin.pk if twin else None,
    )


def visible_requests(actor: Actor) -> QuerySet[ShareRequest]:
    """Requests of the own body, to the own body, and in the watched region."""
    rows = ShareRequest.objects.select_related("consumer", "resource__body", "system", "responsible")
    seen = watched(actor).values("pk")
    return rows.filter(Q(consumer__in=seen) | Q(resource__body__in=seen))


def requested_for(form: CollectionForm) -> dict[int, ShareRequest]:
    """By the number of each item that was requested to spare people a field of this form: its newest request."""
    rows = ShareRequest.objects.filter(form=form).exclude(state=ShareRequest.State.WITHDRAWN)
    rows = rows.select_related("consumer", "resource__body").prefetch_related("items")
    return {item.pk: request for request in rows.order_by("pk") for item in request.items.all()}


def resources_to_request(on: Any, actor: Actor) -> QuerySet[Resource]:
    """Published resources of others that may be shared."""
    return (
        Resource.objects.filter(state=Resource.State.PUBLISHED)
        .exclude(sharing=Sharing.NOT_SHARED)
        .exclude(body__in=actor.bodies)
    )


def items_to_request(on: Any, actor: Actor) -> QuerySet[ResourceItem]:
    return ResourceItem.objects.filter(resource__in=resources_to_request(on, actor)).select_related(
        "resource"
    )


def requested_items(on: ShareRequest, actor: Actor) -> QuerySet[ResourceItem]:
    return on.items.all()


def sensitive_items(on: ShareRequest, actor: Actor) -> list[int]:
    """Items that are masked unless the decider says otherwise."""
    return list(on.items.filter(is_sensitive=True, is_key=False).values_list("pk", flat=True))


def own_systems(on: Any, actor: Actor) -> QuerySet[ConsumerSystem]:
    return ConsumerSystem.objects.filter(body__in=actor.bodies, state=ConsumerSystem.State.ACTIVE)


def own_officers(on: Any, actor: Actor) -> QuerySet[Officer]:
    return Officer.objects.filter(body__in=actor.bodies, state=Officer.State.SERVING)


def own_forms(on: Any, actor: Actor) -> QuerySet[CollectionForm]:
    return visible_forms(actor).filter(body__in=actor.bodies)


def similar_decisions(request: ShareRequest, most: int = 5) -> QuerySet[ShareRequest]:
    """Earlier decisions on the same resource, the newest first."""
    return (
        ShareRequest.objects.filter(resource=request.resource)
        .exclude(pk=request.pk)
        .exclude(state__in=[ShareRequest.State.SUBMITTED, ShareRequest.State.WITHDRAWN])
        .select_related("consumer")
        .order_by("-pk")[:most]
    )


def all_requested(on: ShareRequest, actor: Actor) -> list[int]:
    """Every item asked for: what the form of granting begins with."""
    return list(on.items.values_list("pk", flat=True))


def requested_until(on: ShareRequest, actor: Actor) -> date:
    """The last day that was asked for, or the longest lawful one."""
    return min(on.until, longest_until())
