"""Putting what is catalogued into the search index."""

from collections.abc import Iterator

from banyan.bodies.models import Body
from banyan.catalogue.models import CollectionItem, Resource, ServiceEntry
from banyan.catalogue.search import Entry, put

QUALITY = {Resource.State.PUBLISHED: 900, Resource.State.ACCEPTED: 500}


def index_all() -> int:
    """Index every resource, service, effective collection item and body; how many are new or changed."""
    return put(_entries())


def _entries() -> Iterator[Entry]:
    for resource in (
        Resource.objects.select_related("body").prefetch_related("items").iterator(chunk_size=500)
    ):
        yield of_resource(resource)
    for service in ServiceEntry.objects.select_related("body").iterator():
        yield of_service(service)
    for item in (
        CollectionItem.objects.filter(state=CollectionItem.State.EFFECTIVE).select_related("body").iterator()
    ):
        yield of_item(item)
    for body in Body.objects.filter(state=Body.State.ACTIVE).iterator():
        yield of_body(body)


def of_resource(resource: Resource) -> Entry:
    """A resource with its items and abstract."""
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
        quality=QUALITY.get(Resource.State(resource.state), 100),
        url=f"/catalogue/resources/{resource.pk}/",
    )


def of_service(service: ServiceEntry) -> Entry:
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
