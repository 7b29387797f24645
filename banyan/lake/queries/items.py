"""What the items of a resource demand of its rows, and the checker that asks it."""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from banyan.acts import clock
from banyan.bodies.models import Region
from banyan.catalogue.models import Resource, ResourceItem
from banyan.lake.batch import Line
from banyan.lake.checking import Checker
from banyan.lake.items import ItemRule, codes_of
from banyan.lake.meaning import Meaning
from banyan.lake.models import Load, Row
from banyan.law.inforce import pack


def items_in_force(resource: Resource) -> QuerySet[ResourceItem]:
    state = ResourceItem.State.IN_FORCE
    return resource.items.filter(state=state).select_related("element").order_by("position", "pk")


def item_rules(resource: Resource) -> list[ItemRule]:
    """What the items of a resource demand of its rows."""
    return [
        ItemRule(
            name=item.name,
            data_type=item.data_type,
            length=item.length,
            codes=codes_of(item.codes),
            is_key=item.is_key,
            is_required=item.is_required,
            element=item.element.name if item.element else "",
        )
        for item in items_in_force(resource)
    ]


def checker_of(items: Sequence[ItemRule], taken: Iterable[str] = ()) -> Checker:
    """The checker of these items, which knows the regions of the province."""
    here = str(pack().parameter("scope.region_prefix", on=clock.today()).amount)
    known: list[str] = []
    if any(item.meaning is Meaning.REGION for item in items):
        known = list(Region.objects.filter(code__startswith=here).values_list("code", flat=True))
    return Checker(items, regions_here=known, here=here, taken=taken)


def replay_checker(load: Load, names: Sequence[str], lines: Iterable[Line]) -> Checker:
    """The checker of rows that join those of a version: it knows which of their keys the version already has."""
    items = item_rules(load.resource)
    places = [names.index(item.name) for item in items if item.is_key]
    keys = ["|".join(cells[place].strip() for place in places) for _, cells in lines]
    return checker_of(items, Row.objects.filter(load=load, key__in=keys).values_list("key", flat=True))
