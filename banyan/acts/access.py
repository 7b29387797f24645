"""What an address names — a register, an act, an object, an entry — and whether this reader may have it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
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

Thing = tuple[str, int]
"""An object by its noun and number."""


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
    if found is None or not entries_open_to(actor, [found]):
        raise NotThere
    return found


def closed_to(actor: Actor, things: Iterable[Thing]) -> set[Thing]:
    """Which of these objects the actor may not open; one query a register at most."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for noun, pk in things:
        if noun in registry.registers:
            wanted[noun].add(pk)
    return {
        (noun, pk) for noun, keys in wanted.items() for pk in _closed(registry.registers[noun], actor, keys)
    }


def _closed(register: Register, actor: Actor, keys: set[int]) -> set[int]:
    if not readable(register, actor):
        return keys
    rows = register.visible(actor)
    if not rows.query.where:
        return set()
    return keys.difference(rows.filter(pk__in=keys).values_list("pk", flat=True))


def entries_open_to(actor: Actor, entries: Collection[Entry]) -> set[int]:
    """The numbers of those entries that the actor may see; one query a register at most.

    Own entries, those about an object that the actor may see, and those of the own bodies about none.
    """
    others = [one for one in entries if one.officer is None or one.officer != actor.officer]
    about = {
        one.pk: (one.noun, one.object_id)
        for one in others
        if one.noun in registry.registers and one.object_id
    }
    closed = closed_to(actor, about.values())
    hidden = {
        one.pk
        for one in others
        if (about[one.pk] in closed if one.pk in about else one.body not in actor.bodies)
    }
    return {one.pk for one in entries} - hidden


def given_for(actor: Actor, entry: Entry) -> dict[str, Any] | None:
    """What was typed for an entry, for the body in whose name it was and those who look into it; None for others.

    What the system did by itself may speak of many bodies at once.
    """
    seen = directory().supervised(actor).filter(pk=entry.body or 0).exists()
    return entry.given if seen or entry.body in actor.bodies else None
