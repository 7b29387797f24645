"""A reaction: what a part does after acts of parts below it; runs from the ledger's tail, exactly once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from banyan.acts import registry
from banyan.acts.act import Act
from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.acts.errors import KeyReused, Refused
from banyan.acts.fault import attempt
from banyan.acts.models import Entry, Reacted
from banyan.acts.record import own_key
from banyan.acts.tail import unread
from banyan.ledger.sequence import sequence_all


@dataclass(frozen=True)
class Task:
    """An act that a reaction wants done by the system."""

    act: Act
    on: int
    given: Mapping[str, Any] = field(default_factory=dict)


React = Callable[[Entry], list[Task]]


@dataclass(frozen=True)
class Reaction:
    """After an entry of an act in ``after``, the tasks that ``react`` names are done by the system (反应)."""

    name: str
    after: tuple[str, ...]
    react: React


def reaction(*after: Act) -> Callable[[React], Reaction]:
    """Declare a reaction to one or several acts; ``react(entry)`` answers the tasks that the system then does."""

    def declare(react: React) -> Reaction:
        part = react.__module__.split(".")[1]
        made = Reaction(f"{part}.{react.__name__}", tuple(act.name for act in after), react)
        registry.reactions.add(made.name, made)
        return made

    return declare


def follow(entry: Entry) -> list[Entry]:
    """Let every reaction to this entry happen, each once; the entries that they made, now or before.

    One that cannot happen stops neither the others nor its caller: why is kept, and `follow_again` tries it anew.
    """
    return [made for one in _reactions_to(entry) for made in _happen(one, entry)]


def catch_up() -> int:
    """Follow the next entries that have found their place since the last time; how many were read."""
    with unread("reactions") as entries:
        done = Reacted.objects.filter(entry__in=entries, fault="")
        followed = set(done.values_list("entry", "reaction"))
        for entry in entries:
            for one in _reactions_to(entry):
                if (entry.pk, one.name) not in followed:
                    _happen(one, entry)
    return len(entries)


def follow_all() -> None:
    """Give what was done its place and follow it, until nothing more follows."""
    sequence_all()
    while catch_up():
        sequence_all()


def follow_again() -> int:
    """Try once more what could not happen; how many reactions still cannot."""
    for known in Reacted.objects.exclude(fault="").select_related("entry"):
        follow(known.entry)
    return Reacted.objects.exclude(fault="").count()


def _reactions_to(entry: Entry) -> Iterator[Reaction]:
    """Only what was done is followed, no refusal and no proposal."""
    done = entry.outcome == Entry.Outcome.DONE
    return (one for one in registry.reactions if done and entry.act in one.after)


def _happen(one: Reaction, entry: Entry) -> list[Entry]:
    known = Reacted.objects.filter(entry=entry, reaction=one.name).first()
    if known and not known.fault:
        return list(Entry.objects.filter(pk__in=known.made).order_by("pk"))
    what = f"the reaction {one.name} to entry {entry.pk}"
    done, fault = attempt(what, lambda: [_do(one, entry, task) for task in one.react(entry)])
    made = done or []
    kept = Reacted(entry=entry, reaction=one.name, made=[each.pk for each in made], fault=fault)
    Reacted.objects.bulk_create(
        [kept], update_conflicts=True, unique_fields=["entry", "reaction"], update_fields=["made", "fault"]
    )
    return made


def _do(one: Reaction, entry: Entry, task: Task) -> Entry:
    key = f"{one.name}/{entry.pk}/{task.on}"
    try:
        return perform(task.act, SYSTEM, task.on, key=key, **task.given)
    except Refused as refused:
        return Entry.objects.get(pk=refused.entry or 0)
    except KeyReused:
        return Entry.objects.get(idempotency_key=own_key(SYSTEM, key))
