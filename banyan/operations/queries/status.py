"""How the systems of the province stand right now: what the status page tells anybody.

Without an office one sees the systems that face residents, and no more of an incident than what is told to users:
which inner system stands still is nobody's business outside. Officers see every system in operation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import Case, Exists, OuterRef, QuerySet, Sum, Value, When
from django.utils.timezone import localdate

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.infrastructure.models import System
from banyan.operations.grading import Measured
from banyan.operations.models import Incident, MaintenanceWindow, MeasuredDay
from banyan.operations.queries.incidents import OPEN
from banyan.operations.queries.measured import last_readings

DAYS, FRESH_HOURS, KNOWN_HOURS, AHEAD_DAYS = 30, 2, 48, 14
ANNOUNCED = MaintenanceWindow.State.ANNOUNCED
PAGE = 50


@dataclass(frozen=True)
class Standing:
    """How one system stands: working, disturbed, down, maintained, suspended, or not measured (运行状态)."""

    system: System
    word: str
    last_at: datetime | None
    availability: Decimal | None


@dataclass(frozen=True)
class Board:
    """The whole status page: what is disturbed, what is to come, and one page of systems."""

    at: datetime
    systems: int
    incidents: Sequence[Incident]
    windows: Sequence[MaintenanceWindow]
    standings: Sequence[Standing]
    more: int | None


def shown_systems(actor: Actor) -> QuerySet[System]:
    """The systems whose standing this reader sees."""
    rows = System.objects.filter(state__in=(System.State.LIVE, System.State.SUSPENDED))
    return rows if actor.offices else rows.filter(faces_residents=True)


def board(actor: Actor, search: str = "", page: int = 1) -> Board:
    """How things stand now; systems in trouble come first."""
    now, systems = clock.now(), shown_systems(actor)
    wanted = systems.filter(name__icontains=search) if search else systems
    first = max(page - 1, 0) * PAGE
    rows = list(_troubled_first(wanted, now)[first : first + PAGE + 1])
    return Board(
        at=now,
        systems=systems.count(),
        incidents=open_incidents(systems),
        windows=coming_windows(systems, now),
        standings=standings(rows[:PAGE], now),
        more=page + 1 if len(rows) > PAGE else None,
    )


def open_incidents(systems: QuerySet[System]) -> list[Incident]:
    rows = Incident.objects.filter(system__in=systems.values("pk"), state__in=OPEN)
    return list(rows.select_related("system__body").order_by("-reported_at")[:PAGE])


def coming_windows(systems: QuerySet[System], now: datetime) -> list[MaintenanceWindow]:
    """Windows that run or begin within two weeks."""
    rows = MaintenanceWindow.objects.filter(
        system__in=systems.values("pk"),
        state=ANNOUNCED,
        ends_at__gt=now,
        begins_at__lt=now + timedelta(days=AHEAD_DAYS),
    )
    return list(rows.select_related("system__body").order_by("begins_at")[:PAGE])


def standings(systems: Sequence[System], now: datetime) -> list[Standing]:
    """How each of these stands, in a few queries for all."""
    keys = [one.pk for one in systems]
    read = last_readings(keys, now - timedelta(hours=KNOWN_HOURS))
    disturbed = set(Incident.objects.filter(system__in=keys, state__in=OPEN).values_list("system", flat=True))
    running = MaintenanceWindow.objects.filter(
        system__in=keys, state=ANNOUNCED, begins_at__lte=now, ends_at__gt=now
    )
    maintained = set(running.values_list("system", flat=True))
    shares = _availability(keys, localdate(now) - timedelta(days=DAYS))
    return [
        Standing(
            system=one,
            word=_word(one, read.get(one.pk), now, one.pk in maintained, one.pk in disturbed),
            last_at=read[one.pk][0] if one.pk in read else None,
            availability=shares.get(one.pk),
        )
        for one in systems
    ]


def _word(
    system: System,
    read: tuple[datetime, bool] | None,
    now: datetime,
    maintained: bool,  # noqa: FBT001  facts of the system, in the order in which they weigh
    disturbed: bool,  # noqa: FBT001  likewise
) -> str:
    if system.state == System.State.SUSPENDED:
        return "suspended"
    if maintained:
        return "maintained"
    fresh = read is not None and now - read[0] < timedelta(hours=FRESH_HOURS)
    if read is not None and fresh and not read[1]:
        return "down"
    if disturbed:
        return "disturbed"
    return "working" if fresh else "unmeasured"


def _troubled_first(systems: QuerySet[System], now: datetime) -> QuerySet[System]:
    mine = {"system": OuterRef("pk")}
    disturbed = Exists(Incident.objects.filter(**mine, state__in=OPEN))
    maintained = Exists(
        MaintenanceWindow.objects.filter(**mine, state=ANNOUNCED, begins_at__lte=now, ends_at__gt=now)
    )
    trouble = Case(When(disturbed, then=Value(0)), When(maintained, then=Value(1)), default=Value(2))
    return systems.annotate(trouble=trouble).select_related("body").order_by("trouble", "name", "pk")


def _availability(systems: Sequence[int], since: date) -> dict[int, Decimal | None]:
    rows = MeasuredDay.objects.filter(system__in=systems, day__gte=since)
    sums = rows.values("system_id").annotate(calls=Sum("taken"), answers=Sum("up"))
    return {
        one["system_id"]: Measured(since, one["calls"], one["answers"], 0, 0, 0).availability for one in sums
    }
