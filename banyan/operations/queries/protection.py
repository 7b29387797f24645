"""Reads of protection checks and their controls, and the facts of their rules."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.due import Due
from banyan.bodies.queries import guarded
from banyan.infrastructure.models import System
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack
from banyan.operations.models import ProtectionCheck, ProtectionControl
from banyan.operations.queries.incidents import systems_in_charge
from banyan.operations.rules.protection import CheckFacts, RemedyFacts

HIGHEST = 5
"""The highest level of graded protection."""
REMEDY = Due("protection.remedy", since="lacking", day="remedy_by")
"""The clock by which a lacking control is put right."""


def controls_of(level: int, day: date) -> tuple[str, ...]:
    """The categories of controls that a level demands; none where the law lists none."""
    name = f"protection.controls.level_{level}"
    return pack().parameter(name, on=day).of(tuple) if name in pack().parameters else ()


def check_facts(on: ProtectionCheck | None, asked: Any) -> CheckFacts:
    """What the rules of beginning and concluding a check may know."""
    system: System | None = on.system if on else asked.system
    under_way = ProtectionCheck.objects.filter(system=system, state=ProtectionCheck.State.OPEN)
    unrecorded = on.controls.filter(state=ProtectionControl.State.OPEN).count() if on else 0
    return CheckFacts(
        system=system.pk if system else None,
        level=system.grade if system else 0,
        controls=controls_of(system.grade, clock.today()) if system else (),
        under_way=on is None and system is not None and under_way.exists(),
        unrecorded=unrecorded,
    )


def remedy_facts(on: ProtectionControl, asked: Any) -> RemedyFacts:
    """What the rules of a lack may know."""
    return RemedyFacts(today=clock.today(), last=REMEDY.last_day(clock.now()))


def unchecked(day: date) -> Iterator[tuple[System, int]]:
    """Systems in operation without a whole check of their level in its period, each with the months of it."""
    for level in range(1, HIGHEST + 1):
        name = f"protection.self_check.level_{level}"
        if name not in pack().parameters:
            continue
        months = pack().parameter(name, on=day).of(int)
        since = months_after(day, -months)
        done = ProtectionCheck.objects.filter(concluded_on__gte=since, level__gte=level).values("system")
        rows = System.objects.filter(state=System.State.LIVE, grade=level, live_on__lt=since)
        yield from ((system, months) for system in rows.exclude(pk__in=done).iterator())


def visible_checks(actor: Actor) -> QuerySet[ProtectionCheck]:
    """The checks of systems of the bodies that the actor looks into, and of those that the own unit runs."""
    mine = Q(system__body__in=guarded(actor).values("pk"))
    run = Q(system__in=systems_in_charge(None, actor).values("pk"))
    rows = ProtectionCheck.objects.filter(mine | run)
    return rows.select_related("system__body").prefetch_related("controls")


def visible_controls(actor: Actor) -> QuerySet[ProtectionControl]:
    """The controls of visible checks; those of one check share it, so that who runs its system is asked once."""
    rows = ProtectionControl.objects.filter(check_round__in=visible_checks(actor).values("pk"))
    checks = ProtectionCheck.objects.select_related("system__body")
    return rows.prefetch_related(Prefetch("check_round", checks))


def latest_controls(system: System, actor: Actor) -> QuerySet[ProtectionControl]:
    """The controls of the last check of a system, whole or under way."""
    last = ProtectionCheck.objects.filter(system=system).order_by("-pk").values("pk")[:1]
    return visible_controls(actor).filter(check_round=last).order_by("pk")


def controls_recorded(check: ProtectionCheck, actor: Actor) -> QuerySet[ProtectionControl]:
    """The controls of a check in the order of the standard."""
    return visible_controls(actor).filter(check_round=check).order_by("pk")
