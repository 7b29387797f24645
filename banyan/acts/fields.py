"""What a model's field says of itself to whoever shows it: its name in words, and how its values read."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.functional import Promise
from django.utils.text import capfirst

from banyan.acts.governed import Governed
from banyan.kit.numbers import day, decimal, whole

F = TypeVar("F", bound=models.Field)  # type: ignore[type-arg]  # of whatever type
KINDS: tuple[tuple[type[models.Field[Any, Any]], str], ...] = (
    (models.DateTimeField, "moment"),
    (models.DateField, "date"),
    (models.BooleanField, "flag"),
    (models.IntegerField, "number"),
    (models.DecimalField, "number"),
)


def reads_as(kind: str, field: F) -> F:
    """Say of a field that its values read other than its type tells: ``code``, ``digest``, ``percent``, ``region``."""
    field.reads = kind  # type: ignore[attr-defined]  # our own mark on it
    return field


def field_at(model: type[models.Model], path: str) -> models.Field[Any, Any] | None:
    """The stored field that a dotted path leads to; None where a step is none, as a property or ``__str__``."""
    *way, last = path.split(".")
    for step in way:
        field = _field(model, step)
        if field is None or not field.is_relation or field.related_model is None:
            return None
        model = field.related_model
    return _field(model, last)


def _field(model: type[models.Model], name: str) -> models.Field[Any, Any] | None:
    try:
        found = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return found if isinstance(found, models.Field) else None


def label_of(named: models.Field[Any, Any] | type[models.Model]) -> str | Promise:
    """The name of a field or a noun in words, with a capital where the language has them."""
    words = named.verbose_name if isinstance(named, models.Field) else named._meta.verbose_name
    return cast(str | Promise, capfirst(words))


def kind_of(field: models.Field[Any, Any]) -> str:
    """How the values of a field read: as its mark says, else as its type does."""
    if field.name == "state" and issubclass(field.model, Governed):
        return "state"
    if field.is_relation:
        return "record"
    found = next((kind for type_, kind in KINDS if isinstance(field, type_)), "text")
    return str(getattr(field, "reads", found))


def read(field: models.Field[Any, Any], text: str) -> Any:
    """A value of a field as an address writes it, a record by its number; ValueError for none that it can have."""
    value: Any = text
    if (known := choices_of(field)) and text not in dict(known):
        raise ValueError(text)
    if field.is_relation or isinstance(field, models.IntegerField):
        value = whole(text)
    elif isinstance(field, models.DecimalField):
        value = decimal(text, places=field.decimal_places or 0)
    elif isinstance(field, models.DateField) and not isinstance(field, models.DateTimeField):
        value = day(text)
    if value is None:
        raise ValueError(text)
    return value


def choices_of(field: models.Field[Any, Any]) -> list[tuple[str, str | Promise]]:
    """The values of a field with their words; none where it takes any."""
    model = field.model
    choices = (
        model.State.choices if issubclass(model, Governed) and field.name == "state" else field.choices or ()
    )
    return [(str(value), cast(str | Promise, word)) for value, word in choices]
