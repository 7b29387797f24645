"""The matcher over what is catalogued now: built once, and anew when the catalogue or what it was taught changes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from threading import Lock

from django.db.models import Max, QuerySet

from banyan.catalogue.matcher import CatalogueItem, FieldAnswer, Matcher, Taught
from banyan.catalogue.matcher import FormField as Asked
from banyan.catalogue.matcher import TaughtPair as Pair
from banyan.catalogue.models import CollectionItem, Resource, ResourceItem, Sharing, TaughtPair

CANDIDATES = 25
"""So many matches of a field are looked at: the same fact is often held in many resources."""


@dataclass
class _Kept:
    """A matcher and the state of the tables that it was built from."""

    stamp: tuple[object, ...] = ()
    matcher: Matcher | None = None


_resources, _collection, _lock = _Kept(), _Kept(), Lock()


def obtainable_items() -> QuerySet[ResourceItem]:
    """Items of published resources that may be shared."""
    return ResourceItem.objects.filter(
        resource__state=Resource.State.PUBLISHED, state=ResourceItem.State.IN_FORCE
    ).exclude(resource__sharing=Sharing.NOT_SHARED)


def collectable_items() -> QuerySet[CollectionItem]:
    """Items of the collection catalogue in effect."""
    return CollectionItem.objects.filter(state=CollectionItem.State.EFFECTIVE)


def match_resources(form: str, fields: Sequence[str]) -> list[FieldAnswer]:
    """For each field of a form the resource items that mean the same; ``ref`` is the item's number."""
    rows = obtainable_items()
    stamp = (rows.count(), rows.aggregate(last=Max("pk"))["last"], *_taught_stamp())
    return _matcher(_resources, stamp, _resource_rows).match_form(
        [Asked(form, field) for field in fields], limit=CANDIDATES
    )


def match_collection(matter: str, fields: Sequence[str]) -> list[FieldAnswer]:
    """For each field the items of the collection catalogue that mean the same; ``ref`` is the item's number."""
    rows = collectable_items()
    stamp = (rows.count(), rows.aggregate(last=Max("pk"))["last"], *_taught_stamp())
    return _matcher(_collection, stamp, _collection_rows).match_form(
        [Asked(matter, field) for field in fields]
    )


def _matcher(kept: _Kept, stamp: tuple[object, ...], rows: Callable[[], Iterator[CatalogueItem]]) -> Matcher:
    with _lock:
        if kept.matcher is None or kept.stamp != stamp:
            kept.matcher, kept.stamp = Matcher.build(rows(), taught=taught()), stamp
        return kept.matcher


def _resource_rows() -> Iterator[CatalogueItem]:
    rows = obtainable_items().values_list("resource__body__name", "resource__name", "name", "pk")
    return (CatalogueItem(provider, resource, item, pk) for provider, resource, item, pk in rows.iterator())


def _collection_rows() -> Iterator[CatalogueItem]:
    rows = collectable_items().values_list("line", "matter", "name", "pk")
    return (CatalogueItem(line, matter, name, pk) for line, matter, name, pk in rows.iterator())


def taught() -> Taught:
    """What officers have confirmed and rejected."""
    rows = TaughtPair.objects.values_list("field", "item", "form", "resource", "state")
    same = [Pair(*row[:4]) for row in rows if row[4] == TaughtPair.State.SAME]
    different = [Pair(*row[:4]) for row in rows if row[4] == TaughtPair.State.DIFFERENT]
    return Taught(confirmed=same, rejected=different)


def _taught_stamp() -> tuple[object, ...]:
    return (TaughtPair.objects.count(), TaughtPair.objects.aggregate(last=Max("pk"))["last"])
