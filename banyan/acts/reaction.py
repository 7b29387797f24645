"""A reaction: what a part does after acts of parts below it; runs from the ledger's tail, exactly once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from banyan.acts import registry
from banyan.acts.act import Act
from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Entry, Progress


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
    """Let every reaction to this entry happen; those that have happened answer with their first entry."""
    done: list[Entry] = []
    for one in registry.reactions:
        if entry.act not in one.after or entry.outcome != Entry.Outcome.DONE:
            continue
        done.extend(_do(one, entry, task) for task in one.react(entry))
    return done


def _do(one: Reaction, entry: Entry, task: Task) -> Entry:
    try:
        return perform(task.act, SYSTEM, task.on, key=f"{one.name}/{entry.pk}/{task.on}", **task.given)
    except Refused as refused:
        return Entry.objects.get(pk=refused.entry or 0)


def catch_up(limit: int = 1000) -> int:
    """Follow the entries since the last time; how many were read."""
    progress, _ = Progress.objects.get_or_create(name="reactions")
    entries = list(Entry.objects.filter(pk__gt=progress.entry).order_by("pk")[:limit])
    for entry in entries:
        follow(entry)
        Progress.objects.filter(pk=progress.pk).update(entry=entry.pk)
    return len(entries)
