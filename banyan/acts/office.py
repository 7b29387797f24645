"""What an office works with: its registers, what waits at its gates, and what it can begin from an object."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Exists, QuerySet

from banyan.acts import registry
from banyan.acts.act import Act
from banyan.acts.actor import Actor
from banyan.acts.asks import Input
from banyan.acts.governed import Governed
from banyan.acts.register import Register

LOOKED_AT = 100
"""So many of the newest objects before a gate are looked at for those that wait for the actor's own office."""


@dataclass(frozen=True)
class Waiting:
    """An object that stands before a gate of the actor's office (待过关口)."""

    act: Act
    thing: Governed


def registers_of(actor: Actor) -> list[Register]:
    """The registers with work for the actor's offices: acts that name the office change or ask for their objects."""
    acts = [act for act in registry.acts if act.by.names(actor)]
    nouns = {act.noun for act in acts} | {noun for act in acts for noun in _asked_for(act)}
    return [one for one in registry.registers if one.menu and one.noun in nouns]


def _asked_for(act: Act) -> Iterator[str]:
    """The nouns of lapses and works that an act asks for; bodies are asked for by too many acts to tell an office."""
    for one in act.shape.inputs:
        if one.kind == "record" and one.many:
            yield one.of._meta.label_lower


def before_gates(actor: Actor, most: int) -> list[Waiting]:
    """What stands before the gates of the actor's offices, the newest first."""
    gates = (act for act in registry.acts if act.gate and act.by.names(actor))
    waiting = (Waiting(act, thing) for act in gates for thing in _before(act, actor))
    return list(islice(waiting, most))


def _before(act: Act, actor: Actor) -> Iterator[Governed]:
    """One by one: whose office it is may cost a query for each object."""
    register = registry.registers[act.noun]
    rows = register.visible(actor).filter(state__in=act.moves.sources).order_by("-pk")[:LOOKED_AT]
    return (row for row in rows if act.by.held(actor, row))


def begun_from(actor: Actor, thing: Any) -> list[tuple[Act, dict[str, Any]]]:
    """The acts by which the actor's offices make something out of this object, with what their forms begin with.

    Bodies are left out: nearly everything is made for one. What the forms offer is asked in one query for all.
    """
    asked = [] if thing._meta.label_lower == "bodies.body" else _asking_for(actor, thing)
    model = type(thing)
    if not asked:
        return []
    offers = {
        f"offer_{place}": Exists(_offered(one, actor, model).filter(pk=thing.pk))
        for place, (_act, one) in enumerate(asked)
    }
    told = model._default_manager.filter(pk=thing.pk).annotate(**offers).values(*offers).get()
    return [
        (act, {one.name: thing.pk, **_body(act, thing)})
        for (act, one), offered in zip(asked, told.values(), strict=True)
        if offered
    ]


def _asking_for(actor: Actor, thing: Any) -> list[tuple[Act, Input]]:
    """The making acts of the actor's offices with the first input that is such an object."""
    acts = [act for act in registry.acts if act.moves.creates and act.by.names(actor)]
    asked = ((act, [one for one in act.shape.inputs if one.of is type(thing)]) for act in acts)
    return [(act, inputs[0]) for act, inputs in asked if inputs]


def _offered(one: Input, actor: Actor, model: type[Any]) -> QuerySet[Any]:
    found: QuerySet[Any] = one.ask.choices(None, actor) if one.ask.choices else model._default_manager.all()
    return found


def _body(act: Act, thing: Any) -> dict[str, Any]:
    """The body of the object, where the act asks for one too."""
    body = getattr(thing, "body_id", None) or getattr(thing, "body", None)
    return {"body": body} if body and "body" in act.shape.by_name else {}
