"""Reads of resources, services and editions, and the facts that their rules may know."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts.actor import Actor
from banyan.bodies.models import Agreement, Body, Level
from banyan.bodies.queries import watched, within
from banyan.catalogue.models import CollectionItem, Edition, EditionLine, Resource, ServiceEntry
from banyan.catalogue.rules.resources import EditionFacts, ResourceFacts
from banyan.catalogue.secrecy import secret_words
from banyan.kit.canonical import digest

LISTABLE = ("accepted", "published")


def draft_resource_facts(on: Any, asked: Any) -> ResourceFacts:
    """What the rules may know of a resource about to be stored."""
    texts = [value for value in vars(asked).values() if isinstance(value, str)]
    twin = Resource.objects.filter(body=asked.by.body, name=asked.name).first() if asked.by else None
    return ResourceFacts(
        sharing="",
        condition="",
        ground="",
        ground_basis="",
        secret_words=secret_words(*texts),
        items=0,
        keys=0,
        code_taken=Resource.objects.filter(code=asked.code).exists(),
        same_name=str(twin) if twin else "",
        body=asked.by.body if asked.by else 0,
    )


def resource_facts(on: Resource | list[Resource], asked: Any) -> ResourceFacts:
    """What the rules may know of a stored resource; of several, the first."""
    resource = on[0] if isinstance(on, list) else on
    items = list(resource.items.values_list("name", "is_key"))
    given = [value for value in vars(asked).values() if isinstance(value, str)]
    texts = [resource.name, resource.abstract, *(name for name, _ in items), *given]
    return ResourceFacts(
        sharing=resource.sharing,
        condition=resource.condition,
        ground=resource.ground,
        ground_basis=resource.ground_basis,
        secret_words=secret_words(*texts),
        items=len(items),
        keys=sum(is_key for _, is_key in items),
        body=resource.body_id,
    )


def concluded_agreements(on: Any, actor: Actor) -> QuerySet[Agreement]:
    """The agreements that the actor's bodies concluded, ended ones too: what arose under them stays the State's."""
    return Agreement.objects.filter(body__in=actor.bodies)


def visible_resources(actor: Actor) -> QuerySet[Resource]:
    """Published resources for every officer; others for their body and those who watch it."""
    rows = Resource.objects.select_related("body")
    listed = Q(state=Resource.State.PUBLISHED)
    if not actor.offices:
        return rows.filter(listed)
    return rows.filter(listed | Q(body__in=watched(actor).values("pk")))


def visible_services(actor: Actor) -> QuerySet[ServiceEntry]:
    rows = ServiceEntry.objects.select_related("body")
    listed = Q(state=ServiceEntry.State.PUBLISHED)
    return rows.filter(listed | Q(body__in=watched(actor).values("pk")))


def visible_editions(actor: Actor) -> QuerySet[Edition]:
    rows = Edition.objects.select_related("body")
    done = Q(state__in=[Edition.State.PUBLISHED, Edition.State.SUPERSEDED])
    return rows.filter(done | Q(body__in=watched(actor).values("pk")))


def visible_lines(actor: Actor) -> QuerySet[EditionLine]:
    """The lines of the editions that the actor sees."""
    editions = visible_editions(actor).values("pk")
    return EditionLine.objects.filter(edition__in=editions).select_related("edition__body").defer("facts")


def covered(body: Body) -> QuerySet[Body]:
    """The bodies whose entries a managing department compiles: those of its own government's level and region."""
    return Body.objects.filter(region_id=body.region_id)


def entries_for(edition: Edition) -> QuerySet[Any]:
    """The entries that the edition would publish today."""
    bodies = covered(edition.body).values("pk")
    if edition.kind == Edition.Kind.RESOURCES:
        return Resource.objects.filter(body__in=bodies, state__in=LISTABLE).order_by("code")
    if edition.kind == Edition.Kind.SERVICES:
        return ServiceEntry.objects.filter(body__in=bodies, state__in=LISTABLE).order_by("code")
    inside = within(edition.body.region_code, edition.body.level)
    ours = Body.objects.filter(inside).values("pk") if edition.body.level == Level.COUNTY else bodies
    return CollectionItem.objects.filter(body__in=ours, state=CollectionItem.State.EFFECTIVE).order_by("pk")


def edition_facts(on: Edition | None, asked: Any) -> EditionFacts:
    """What the rules may know of an edition."""
    if on is not None:
        return EditionFacts(lines=entries_for(on).count(), unanswered=0, in_work="")
    in_work = Edition.objects.filter(
        body=asked.by.body if asked.by else 0, kind=asked.kind, state__in=["draft", "review"]
    ).first()
    return EditionFacts(lines=0, unanswered=0, in_work=str(in_work) if in_work else "")


def lines_of(edition: Edition) -> Iterator[EditionLine]:
    """The lines of an edition, not yet saved, from the entries of today."""
    entries = entries_for(edition).select_related("body")
    if edition.kind == Edition.Kind.RESOURCES:
        entries = entries.prefetch_related("items")
    for entry in entries.iterator(chunk_size=500):
        facts = line_facts(entry)
        yield EditionLine(
            edition=edition,
            object_id=entry.pk,
            code=getattr(entry, "code", "")[:60],
            title=str(entry)[:240],
            digest=digest(facts),
            facts=facts,
        )


def line_facts(entry: Any) -> dict[str, Any]:
    """What an edition says of an entry, and what a diff between editions compares."""
    if isinstance(entry, Resource):
        names = ("name", "abstract", "sharing", "condition", "ground", "opening", "cycle", "classification")
        items = [[item.name, item.data_type, item.is_key, item.is_sensitive] for item in entry.items.all()]
        return {"provider": str(entry.body), "items": items, **{name: getattr(entry, name) for name in names}}
    if isinstance(entry, ServiceEntry):
        return {"provider": str(entry.body), "kind": entry.kind, "abstract": entry.abstract}
    return {
        "unit": str(entry.body),
        "matter": entry.matter,
        "item": entry.name,
        "basis": entry.basis,
        "frequency": entry.frequency,
        "subject": entry.subject,
    }
