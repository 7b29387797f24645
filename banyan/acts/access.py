"""What an address names — a register, an act, an object, an entry — and whether this reader may have it."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import Model, QuerySet

from banyan.acts import registry
from banyan.acts.act import Act
from banyan.acts.actor import Actor
from banyan.acts.directory import directory
from banyan.acts.errors import NotThere, SignInFirst
from banyan.acts.models import Entry
from banyan.acts.queries import history
from banyan.acts.register import Register, Related, Way, related_of, ways_of


def register_at(part: str, nouns: str) -> Register:
    """The register of an address; NotThere when there is none."""
    found: Register | None = registry.places.get(f"{part}/{nouns}")
    if found is None:
        raise NotThere
    return found


def readable(register: Register, actor: Actor) -> bool:
    """Whether this reader may open the register at all: anybody a public one, who holds an office every one."""
    return register.public or bool(actor.offices)


def open_register(part: str, nouns: str, actor: Actor) -> Register:
    """The register of an address, for reading; SignInFirst when it is not public and the reader holds no office."""
    register = register_at(part, nouns)
    if not readable(register, actor):
        raise SignInFirst
    return register


def act_at(register: Register, slug: str) -> Act:
    """The act of an address; NotThere when there is none that people do."""
    acts: list[Act] = registry.acts_on(register.noun)
    for act in acts:
        if act.slug == slug and act.by.places:
            return act
    raise NotThere


def object_at(register: Register, actor: Actor, pk: int) -> Any:
    """The object that the actor may see; NotThere otherwise."""
    thing = register.visible(actor).filter(pk=pk).first()
    if thing is None:
        raise NotThere
    return thing


def tables_beside(
    register: Register, thing: Any, actor: Actor
) -> Iterator[tuple[Related, QuerySet[Any] | Sequence[Any]]]:
    """The small tables on an object's page that the actor may see, with their rows; none of a closed register."""
    for one in related_of(register):
        rows = one.rows(thing, actor)
        if rows is not None and _open(rows, actor):
            yield one, rows


def ways_beside(register: Register, thing: Any, actor: Actor) -> list[Way]:
    """The ways on from an object's page that are there and open to the actor."""
    return [
        one
        for one in ways_of(register)
        if one.is_there(thing) and one.open_to(thing, actor) and _holds_office(one, thing, actor)
    ]


def _holds_office(way: Way, thing: Any, actor: Actor) -> bool:
    return not way.before or any(registry.acts[name].by.held(actor, thing) for name in way.before)


def _open(rows: QuerySet[Any] | Sequence[Any], actor: Actor) -> bool:
    if not isinstance(rows, QuerySet):
        return True
    model: type[Model] = rows.model
    register = registry.registers.get(model._meta.label_lower)
    return register is None or readable(register, actor)


def history_for(actor: Actor, noun: str, object_id: int) -> QuerySet[Entry]:
    """The entries about an object that the actor sees, newest first; who holds no office sees what was done alone."""
    entries = history(noun, object_id)
    return entries if actor.offices else entries.filter(outcome=Entry.Outcome.DONE)


def entry_at(actor: Actor, pk: int) -> Entry:
    """The entry that the actor may see; NotThere otherwise, SignInFirst for who holds no office."""
    if not actor.offices:
        raise SignInFirst
    found = Entry.objects.filter(pk=pk).first()
    if found is None or not _may_see(actor, found):
        raise NotThere
    return found


def _may_see(actor: Actor, entry: Entry) -> bool:
    """Own entries, those about an object that the actor may see, and those of the own bodies about none."""
    if entry.officer is not None and entry.officer == actor.officer:
        return True
    register = registry.registers.get(entry.noun)
    if register is None or entry.object_id is None:
        return entry.body in actor.bodies
    return bool(register.visible(actor).filter(pk=entry.object_id).exists())


def given_for(actor: Actor, entry: Entry) -> dict[str, Any] | None:
    """What was typed for an entry, for the body in whose name it was and those who look into it; None for others.

    What the system did by itself may speak of many bodies at once.
    """
    seen = directory().supervised(actor).filter(pk=entry.body or 0).exists()
    return entry.given if seen or entry.body in actor.bodies else None
