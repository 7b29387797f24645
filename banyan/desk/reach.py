"""Which pages a reader may open: what would lead them to nothing is told without a link."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model

from banyan.acts import registry
from banyan.acts.access import readable
from banyan.acts.actor import Actor
from banyan.acts.register import Register
from banyan.desk.words import address_of

Address = Callable[[Model], str]


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


def _closed(register: Register, actor: Actor, keys: set[int]) -> set[int]:
    if not readable(register, actor):
        return keys
    rows = register.visible(actor)
    if not rows.query.where:
        return set()
    return keys.difference(rows.filter(pk__in=keys).values_list("pk", flat=True))
