"""Which pages a reader may open: what would lead them to nothing is told without a link."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Exists, Model, OuterRef, QuerySet

from banyan.acts import registry
from banyan.acts.access import closed_to, readable
from banyan.acts.actor import Actor
from banyan.acts.register import Register
from banyan.desk.words import address_of, address_of_noun

Address = Callable[[Model], str]
Place = Callable[[str, int | None], str]
MARK = "may_open_"
"""What a row's mark begins with; the column's path follows."""


def addresses(actor: Actor, things: Iterable[Any]) -> Address:
    """The page of each of these objects, empty where the actor may not open it; one query a register at most."""
    closed = closed_to(actor, ((one._meta.label_lower, one.pk) for one in things if isinstance(one, Model)))
    return lambda thing: "" if (thing._meta.label_lower, thing.pk) in closed else address_of(thing)


def places(actor: Actor, things: Iterable[tuple[str, int | None]]) -> Place:
    """As ``addresses``, of objects known by noun and number."""
    closed = closed_to(actor, ((noun, pk) for noun, pk in things if pk))
    return lambda noun, pk: "" if (noun, pk) in closed else address_of_noun(noun, pk)


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
