"""Filters that many registers share: one body or region, and rows of which something holds."""

from collections.abc import Callable

from django.db.models import Model, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from banyan.acts.column import Filter, Words
from banyan.acts.directory import directory
from banyan.acts.fields import field_at
from banyan.acts.governed import Governed
from banyan.kit.numbers import whole

BODY = "bodies.body"


def prefix_of(region: str) -> str:
    """The leading digits that every code within a region of the province shares; a prefix is its own."""
    if len(region) != 6:
        return region
    return region[:2] if region.endswith("0000") else region[:4] if region.endswith("00") else region


def has_states(model: type[Model]) -> bool:
    """Whether the objects of a noun can be in different states."""
    return issubclass(model, Governed) and len(model.State) > 1


def of_owner(model: type[Model], owner: str, place: str) -> tuple[Filter, ...]:
    """The filters by body and region of a noun whose ``owner`` leads to a body; ``place`` as ``region`` below."""
    field = field_at(model, owner) if owner else None
    if field is None or not field.related_model or field.related_model._meta.label_lower != BODY:
        return ()
    return of_body(owner.replace(".", "__"), region=place)


def of_body(path: str = "body", *, region: str = "", numbered: bool = False) -> tuple[Filter, Filter]:
    """The filters by responsible body and by its region.

    ``region`` is the path to the region's code, where it is not the body's own; ``numbered`` bodies are only numbers.
    """
    where = region or f"{path}__region_code"

    def lookup(value: str) -> Q:
        if numbered:
            return Q(**{f"{path}__in": directory().numbers(value)})
        return Q(**{f"{where}__startswith": prefix_of(value)})

    return (
        Filter("body", gettext_lazy("Body"), path, words=_name, noun=BODY),
        Filter("region", gettext_lazy("Region"), lookup, words=_region),
    )


def _region(value: str) -> str:
    return directory().region_name(value) or value


def holding(name: str, label: Words, condition: Callable[[], Q]) -> Filter:
    """A filter with the one value ``yes``: the rows of which a condition holds now."""

    def lookup(value: str) -> Q:
        if value != "yes":
            raise ValueError(value)
        return condition()

    return Filter(name, label, lookup, words=lambda value: _("yes"))


def _name(value: str) -> str:
    number = whole(value) or 0
    named = directory().names([number]).get(number)
    return named.name if named else value
