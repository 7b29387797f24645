"""Which pages a reader may open: what would lead them to nothing is told without a link."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Exists, Model, OuterRef, QuerySet

from banyan.acts import registry
from banyan.acts.access import readable
from banyan.acts.actor import Actor
from banyan.acts.register import Register
from banyan.desk.words import address_of

Address = Callable[[Model], str]
MARK = "may_open_"
"""What a row's mark begins with; the column's path follows."""


def addresses(actor: Actor, things: Iterable[Any]) -> Address:
    """The page of each of these objects, empty where the actor may not open it; one query a register at most."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for thing in things:
        if isinstance(thing, Model) and thing._meta.label_lower in registry.registers:
            wanted[thing._meta.label_lower].add(thing.pk)
    closed = {
        (noun, pk) for noun, keys in wanted.items() for pk in _closed(registry.registers[noun], actor, keys)
    }
    return lambda thing: "" if (thing._meta.label_lower, thing.pk) in closed else address_of(thing)


def marked(register: Register, actor: Actor) -> Callable[[QuerySet[Any]], QuerySet[Any]]:
    """Let the rows of a register know whether the actor may open what their columns lead to, in their own query."""
    marks = {MARK + path: may_open(known, actor, f"{path}_id") for path, known in _leading(register)}
    return lambda rows: rows.annotate(**{name: one for name, one in marks.items() if one is not None})


def may_open(register: Register, actor: Actor, key: str) -> Exists | None:
    """A condition on rows: that the actor may open the object of this register by its key; None for open ones."""
    rows = register.visible(actor) if readable(register, actor) else register.model._default_manager.none()
    return Exists(rows.filter(pk=OuterRef(key))) if rows.query.where else None


def marked_addresses(register: Register, rows: Iterable[Any]) -> Address:
    """The page of each object that the columns of marked rows lead to, empty where the actor may not open it."""
    paths = [path for path, _known in _leading(register)]
    closed = {
        (thing._meta.label_lower, thing.pk)
        for row in rows
        for path in paths
        if not getattr(row, MARK + path, True) and (thing := getattr(row, path)) is not None
    }
    return lambda thing: "" if (thing._meta.label_lower, thing.pk) in closed else address_of(thing)


def _leading(register: Register) -> Iterable[tuple[str, Register]]:
    """The columns after the first that lead to an object with a page, each with the register of that object."""
    fields = {one.name: one.related_model for one in register.model._meta.concrete_fields if one.is_relation}
    for column in register.columns[1:]:
        model = fields.get(column.path) if column.kind == "record" else None
        if isinstance(model, type) and (known := registry.registers.get(model._meta.label_lower)):
            yield column.path, known


def _closed(register: Register, actor: Actor, keys: set[int]) -> set[int]:
    if not readable(register, actor):
        return keys
    rows = register.visible(actor)
    if not rows.query.where:
        return set()
    return keys.difference(rows.filter(pk__in=keys).values_list("pk", flat=True))
