"""A reaction: what a part does after acts of parts below it; runs from the ledger's tail, exactly once."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import InterfaceError, OperationalError

from banyan.acts import registry
from banyan.acts.act import Act
from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.acts.errors import KeyReused, Refused
from banyan.acts.models import Entry, Reacted
from banyan.acts.record import own_key
from banyan.acts.tail import unread
from banyan.ledger.sequence import sequence_all

_log = logging.getLogger(__name__)


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
    if entry.outcome != Entry.Outcome.DONE:
        return []
    return [made for one in registry.reactions if entry.act in one.after for made in _happen(one, entry)]


def catch_up() -> int:
    """Follow the next entries that have found their place since the last time; how many were read."""
    with unread("reactions") as entries:
        for entry in entries:
            follow(entry)
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


def _happen(one: Reaction, entry: Entry) -> list[Entry]:
    known = Reacted.objects.filter(entry=entry, reaction=one.name).first()
    if known and not known.fault:
        return list(Entry.objects.filter(pk__in=known.made).order_by("pk"))
    made, fault = list[Entry](), ""
    try:
        made = [_do(one, entry, task) for task in one.react(entry)]
    except (OperationalError, InterfaceError):
        raise
    except Exception as why:  # noqa: BLE001 - one reaction that fails must not stop the others
        _log.exception("the reaction %s to entry %s", one.name, entry.pk)
        fault = f"{type(why).__name__}: {why}"
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
