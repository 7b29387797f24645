"""Duties: opened when an object enters a state from which an act is due, closed when it leaves."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.utils.timezone import localdate

from banyan.acts import clock, registry
from banyan.acts.act import Act
from banyan.acts.case import Case
from banyan.acts.due import Due
from banyan.acts.governed import UnderWay
from banyan.acts.models import Duty, Entry
from banyan.acts.rows import Later
from banyan.acts.sentences import recorded, who
from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say

CLOSE = (
    'UPDATE "acts_duty" SET "closed_at" = %s'
    ' WHERE "noun" = %s AND "object_id" = %s AND "parameter" = %s AND "closed_at" IS NULL'
)


def due_acts(noun: str) -> tuple[tuple[Act, Due], ...]:
    """The acts on this noun that are due from some state, one for each clock, with their clocks."""
    return _due_acts(noun, len(registry.acts))


@cache
def _due_acts(noun: str, declared: int) -> tuple[tuple[Act, Due], ...]:
    """Sought once for each noun, and anew when more acts are declared."""
    seen: dict[Due, Act] = {}
    for act in registry.acts_on(noun):
        if act.due:
            seen.setdefault(act.due, act)
    return tuple((act, due) for due, act in seen.items())


@dataclass(frozen=True)
class Settling:
    """An act whose duties are being settled: its case, its entry, and what is written later."""

    case: Case
    entry: Entry
    later: Later


def settle(settling: Settling, doing: UnderWay) -> None:
    """Close the duties of every state that the act left, and open those of every state that it entered."""
    at = settling.entry.at
    for (noun, key), (before, after) in doing.touched.items():
        for act, due in due_acts(noun):
            was, now = before in due.states, after in due.states
            if due.counted_from and (was or now):
                _wind(settling, act, due, key, _thing(settling.case, act, key) if now else None)
            elif was and not now:
                for parameter in due.parameters:
                    _close(settling, noun, key, parameter)
            elif now and not was:
                thing = _thing(settling.case, act, key)
                if running := due.of(thing):
                    _open(settling, act, running, thing, at)


def _wind(settling: Settling, act: Act, due: Due, key: int, thing: Any) -> None:
    """Let the clock run from the present day of the thing; without a thing it runs no more."""
    at = settling.entry.at
    running = due.of(thing) if thing is not None else None
    since = clock.midnight(getattr(thing, due.counted_from) or localdate(at)) if running else at
    settling.later.send()
    opened = Duty.objects.filter(
        noun=act.noun, object_id=key, parameter__in=due.parameters, closed_at=None
    ).first()
    wanted = (running.parameter, running.ends(thing, since).at) if running else None
    if opened and (opened.parameter, opened.due_at) == wanted:
        return
    if opened:
        _close(settling, act.noun, key, opened.parameter)
    if running:
        _open(settling, act, running, thing, since)


def _thing(case: Case, act: Act, key: int) -> Any:
    same = (one for one in case.things() if isinstance(one, act.on) and one.pk == key)
    return next(same, None) or act.on._default_manager.get(pk=key)


def _close(settling: Settling, noun: str, key: int, parameter: str) -> None:
    settling.later.add(CLOSE, [settling.entry.at, noun, key, parameter])


def _open(settling: Settling, act: Act, due: Due, thing: Any, start: datetime) -> None:
    place = next((one for one in act.by.places if one.path != "own"), None)
    body = place.body(thing) if place else None
    if place is None or body is None:
        raise SentenceError(
            say("Nobody is there who would have to answer. It is done by {who}.", who=who(act.by, thing))
        )
    last = due.ends(thing, start)
    settling.later.send()
    Duty.objects.create(
        parameter=due.parameter,
        norm=str(due.norm(start.date())),
        noun=act.noun,
        object_id=thing.pk,
        title=recorded(thing)[:200],
        body=body,
        offices=",".join(sorted(place.offices)),
        opened_at=settling.entry.at,
        due_at=last.at,
        provisional=last.provisional,
        opened_by=settling.entry,
    )
