"""What was measured of systems, by month, and what it comes to against what was agreed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Max, QuerySet, Sum
from django.utils.timezone import localdate

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.infrastructure.models import System
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack
from banyan.operations.grading import Agreed, Measured, Scale, grade
from banyan.operations.models import MeasuredDay, Reading, ServiceLevel, ServiceRequest
from banyan.operations.models.levels import Grade

MONTHS = 12
NAMES = ("taken", "up", "slow", "planned", "total_ms")


@dataclass(frozen=True)
class MonthOfSystem:
    """A month as a system's page shows it."""

    measured: Measured
    agreed: Agreed | None
    graded: str

    @property
    def month(self) -> str:
        return f"{self.measured.month:%Y-%m}"

    @property
    def availability(self) -> str:
        told = self.measured.availability
        return "—" if told is None else f"{told}%"

    @property
    def agreed_availability(self) -> str:
        return f"{self.agreed.availability.normalize():f}%" if self.agreed else "—"

    @property
    def grade(self) -> str:
        return str(Grade(self.graded).label) if self.graded else "—"


def scale(day: date) -> Scale:
    """The scale of grades in force on a day."""
    good, fair, in_time = (
        pack().parameter(f"service_level.{name}", on=day).of(Decimal) for name in ("good", "fair", "in_time")
    )
    return Scale(good, fair, in_time)


def first_of_month(day: date) -> date:
    return day.replace(day=1)


def measured_in(month: date, systems: Iterable[int] | QuerySet[Any] | None = None) -> dict[int, Measured]:
    """What was measured in a month, by system; of these systems, or of all."""
    rows = MeasuredDay.objects.filter(day__gte=month, day__lt=months_after(month, 1))
    if systems is not None:
        rows = rows.filter(system__in=systems)
    return {one["system_id"]: _measured(month, one) for one in _sums(rows.values("system_id"))}


def months_of(system: System, last: date) -> list[Measured]:
    """The months of a system up to a day, oldest first; those without readings are left out."""
    first = months_after(first_of_month(last), 1 - MONTHS)
    rows = MeasuredDay.objects.filter(system=system, day__gte=first).order_by("day")
    months: dict[date, list[MeasuredDay]] = {}
    for one in rows:
        months.setdefault(first_of_month(one.day), []).append(one)
    return [_joined(month, days) for month, days in months.items()]


def _joined(month: date, days: list[MeasuredDay]) -> Measured:
    return _measured(month, {name: sum(getattr(day, name) for day in days) for name in NAMES})


def _sums(rows: QuerySet[Any, Any]) -> Any:
    return rows.annotate(**{name: Sum(name) for name in NAMES})


def _measured(month: date, told: Mapping[str, int]) -> Measured:
    return Measured(month, told["taken"], told["up"], told["slow"], told["planned"], told["total_ms"])


def agreed_of(level: ServiceLevel) -> Agreed:
    return Agreed(level.availability, level.response_ms)


def level_in(levels: Iterable[ServiceLevel], month: date) -> ServiceLevel | None:
    """The level that held in a month: the last one that began before its end and had not ended before it."""
    end = months_after(month, 1)
    holding = [one for one in levels if one.since < end and (one.until is None or one.until > month)]
    return max(holding, key=lambda one: one.since, default=None)


def history_of(system: System, actor: Actor) -> list[MonthOfSystem]:
    """The measured months of a system, newest first, each with its grade."""
    levels = list(system.levels.all())
    today = clock.today()
    return [_month_of(one, level_in(levels, one.month), today) for one in reversed(months_of(system, today))]


def _month_of(measured: Measured, level: ServiceLevel | None, today: date) -> MonthOfSystem:
    if level is None:
        return MonthOfSystem(measured, None, "")
    agreed = agreed_of(level)
    graded = grade(measured, agreed, late_replies(level, measured.month), scale(today))
    return MonthOfSystem(measured, agreed, graded)


def late_replies(level: ServiceLevel, month: date) -> int:
    """Requests of the month that were replied to later than agreed, or wait longer than that."""
    begins, ends = clock.midnight(month), clock.midnight(months_after(month, 1))
    asked = ServiceRequest.objects.filter(
        commission=level.commission_id, asked_at__gte=begins, asked_at__lt=ends
    ).values_list("asked_at", "replied_at")
    allowed = timedelta(hours=level.reply_hours)
    return sum((replied or clock.now()) - began > allowed for began, replied in asked)


def unmeasured(at: datetime, hours: int) -> QuerySet[ServiceLevel]:
    """Levels of systems in operation of which no reading was taken for so many hours."""
    read = Reading.objects.filter(at__gte=at - timedelta(hours=hours)).values("system")
    since = localdate(at - timedelta(hours=hours))
    return (
        ServiceLevel.objects.filter(
            state=ServiceLevel.State.AGREED, system__state=System.State.LIVE, since__lt=since
        )
        .exclude(system__in=read)
        .select_related("system", "commission__agreement")
    )


def last_readings(systems: Iterable[int], since: datetime) -> dict[int, tuple[datetime, bool]]:
    """When each of these systems was last called since a moment, and whether it answered."""
    rows = Reading.objects.filter(system__in=systems, at__gte=since)
    newest = rows.values("system_id").annotate(last=Max("at"))
    moments = {one["system_id"]: one["last"] for one in newest}
    rows = rows.filter(at__in=set(moments.values()))
    return {
        system: (at, up)
        for system, at, up in rows.values_list("system_id", "at", "up")
        if moments[system] == at
    }
