"""What an office works with: its registers, what waits at its gates, and what it can begin from an object."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from banyan.acts import registry
from banyan.acts.act import Act
from banyan.acts.actor import Actor
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
    gates = [act for act in registry.acts if act.gate and act.by.names(actor)]
    return [Waiting(act, thing) for act in gates for thing in _before(act, actor, most)][:most]


def _before(act: Act, actor: Actor, most: int) -> list[Governed]:
    register = registry.registers[act.noun]
    rows = register.visible(actor).filter(state__in=act.moves.sources).order_by("-pk")[:LOOKED_AT]
    return [row for row in rows if act.by.held(actor, row)][:most]


def begun_from(actor: Actor, thing: Any) -> list[tuple[Act, dict[str, Any]]]:
    """The acts by which the actor's offices make something out of this object, with what their forms begin with."""
    acts = (act for act in registry.acts if act.moves.creates and act.by.names(actor))
    return [(act, given) for act in acts if (given := _begin(act, actor, thing))]


def _begin(act: Act, actor: Actor, thing: Any) -> dict[str, Any]:
    """What the form of an act begins with from this object; nothing when it does not ask for such an object."""
    for one in act.shape.inputs:
        if one.kind != "record" or one.of is not type(thing):
            continue
        offered = one.ask.choices(None, actor) if one.ask.choices else one.of._default_manager.all()
        if offered.filter(pk=thing.pk).exists():
            return {one.name: thing.pk, **_body(act, thing)}
    return {}


def _body(act: Act, thing: Any) -> dict[str, Any]:
    """The body of the object, where the act asks for one too."""
    body = getattr(thing, "body_id", None) or getattr(thing, "body", None)
    return {"body": body} if body and "body" in act.shape.by_name else {}
