"""Which catalogued things stand in the search, and as what: everything published, and nothing else."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from banyan.bodies.models import Body
from banyan.catalogue.models import CollectionItem, Resource, ServiceEntry
from banyan.catalogue.search import Entry, drop, find, put

CHUNK = 500
SHOWN = {
    "resource": Resource.objects.filter(state=Resource.State.PUBLISHED),
    "service": ServiceEntry.objects.filter(state=ServiceEntry.State.PUBLISHED),
    "collection item": CollectionItem.objects.filter(state=CollectionItem.State.EFFECTIVE),
    "body": Body.objects.filter(state=Body.State.ACTIVE),
}
"""By the kind of entry, what everybody may find."""


def is_indexed() -> bool:
    """Whether anything can be found yet."""
    return bool(find("", limit=1).entries)


def index_all() -> int:
    """Index what is published and drop what no longer is; how many entries are new or changed."""
    for kind, shown in SHOWN.items():
        hidden = shown.model._default_manager.exclude(pk__in=shown.values("pk"))
        drop(kind, list(hidden.values_list("pk", flat=True)))
    return put(entry for kind, shown in SHOWN.items() for entry in _entries(kind, shown))


def _entries(kind: str, things: QuerySet[Any]) -> Iterator[Entry]:
    if kind == "body":
        return map(of_body, things.iterator())
    rows = things.select_related("body")
    if kind == "resource":
        return map(of_resource, rows.prefetch_related("items").iterator(chunk_size=CHUNK))
    return map(of_service if kind == "service" else of_item, rows.iterator())


def of_resource(resource: Resource) -> Entry:
    """A resource, found by its items and abstract too."""
    items = "、".join(item.name for item in resource.items.all())
    return Entry(
        kind="resource",
        object_id=resource.pk,
        title=resource.name,
        code=resource.code,
        text=f"{resource.body} {items} {resource.abstract}",
        body=resource.body_id,
        region=resource.body.region_code,
        facets={"sharing": resource.sharing, "cycle": resource.cycle, "class": resource.resource_class},
        quality=900,
        url=f"/catalogue/resources/{resource.pk}/",
    )


def of_service(service: ServiceEntry) -> Entry:
    """An entry of the application and service catalogue."""
    return Entry(
        kind="service",
        object_id=service.pk,
        title=service.name,
        code=service.code,
        text=f"{service.body} {service.abstract}",
        body=service.body_id,
        region=service.body.region_code,
        facets={"kind": service.kind},
        quality=700,
        url=f"/catalogue/service-entries/{service.pk}/",
    )


def of_item(item: CollectionItem) -> Entry:
    """An item of the collection catalogue."""
    return Entry(
        kind="collection item",
        object_id=item.pk,
        title=item.name,
        text=f"{item.matter} {item.body} {item.basis}",
        body=item.body_id,
        region=item.region_code,
        quality=400,
        url=f"/catalogue/collection-items/{item.pk}/",
    )


def of_body(body: Body) -> Entry:
    """A body, found by its short name too."""
    return Entry(
        kind="body",
        object_id=body.pk,
        title=body.name,
        code=body.code,
        text=body.short_name,
        body=body.pk,
        region=body.region_code,
        quality=600,
        url=f"/bodies/bodies/{body.pk}/",
    )
