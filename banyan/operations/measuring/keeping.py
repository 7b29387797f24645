"""How readings are kept: written in bulk, each once, counted by day, and forgotten one by one after forty days."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, Q, Sum
from django.utils.timezone import localdate

from banyan.acts import clock
from banyan.operations.models import MeasuredDay, Reading, ServiceLevel
from banyan.operations.queries.windows import announced_times

KEPT_DAYS = 40
BATCH = 2000
COUNTED = ("taken", "up", "slow", "planned", "total_ms")


@dataclass(frozen=True)
class Taken:
    """A reading as it was taken."""

    system: int
    at: datetime
    up: bool
    ms: int | None = None
    why: str = ""
    source: str = "probe"


@dataclass(frozen=True)
class Kept:
    """What became of readings: written, there already, or older than readings are kept."""

    written: int
    known: int
    too_old: int


def oldest(now: datetime) -> datetime:
    """The first moment of which readings are kept one by one; what lies before is counted, and not counted again."""
    return clock.midnight(localdate(now) - timedelta(days=KEPT_DAYS))


def keep(taken: Iterable[Taken]) -> Kept:
    """Write readings, leave out those that are there, and count their days anew; all of it or nothing."""
    now = clock.now()
    given = {(one.system, one.at): one for one in taken}
    rows = [one for one in given.values() if oldest(now) <= one.at <= now + timedelta(minutes=5)]
    with transaction.atomic():
        before = _there(rows)
        Reading.objects.bulk_create(_readings(rows), batch_size=BATCH, ignore_conflicts=True)
        days: dict[date, set[int]] = defaultdict(set)
        for one in rows:
            days[localdate(one.at)].add(one.system)
        for day, systems in days.items():
            _count(day, systems)
    return Kept(len(rows) - before, before, len(given) - len(rows))


def forget(now: datetime) -> int:
    """Destroy the single readings whose days are counted long ago."""
    return Reading.objects.filter(at__lt=oldest(now)).delete()[0]


def _there(rows: Sequence[Taken]) -> int:
    if not rows:
        return 0
    span = (min(one.at for one in rows), max(one.at for one in rows))
    systems = {one.system for one in rows}
    wanted = {(one.system, one.at) for one in rows}
    known = Reading.objects.filter(at__range=span).values_list("system_id", "at").iterator()
    return sum(1 for key in known if key[0] in systems and key in wanted)


def _readings(rows: Sequence[Taken]) -> list[Reading]:
    systems = {one.system for one in rows}
    agreed = dict(
        ServiceLevel.objects.filter(state=ServiceLevel.State.AGREED).values_list("system_id", "response_ms")
    )
    windows = announced_times(systems, min((one.at for one in rows), default=clock.now()))
    return [
        Reading(
            system_id=one.system,
            at=one.at,
            up=one.up,
            ms=one.ms,
            slow=one.up and one.ms is not None and one.ms > agreed.get(one.system, one.ms),
            planned=any(begins <= one.at < ends for begins, ends in windows.get(one.system, ())),
            why=one.why,
            source=one.source,
        )
        for one in rows
    ]


def _count(day: date, systems: set[int]) -> None:
    """Count a day of these systems anew from its readings."""
    within = Reading.objects.filter(
        at__gte=clock.midnight(day), at__lt=clock.midnight(day + timedelta(days=1))
    )
    counts = Q(planned=False)
    told: Any = within.values("system_id").annotate(
        n_taken=Count("pk", filter=counts),
        n_up=Count("pk", filter=counts & Q(up=True)),
        n_slow=Count("pk", filter=counts & Q(slow=True)),
        n_planned=Count("pk", filter=Q(planned=True)),
        n_total_ms=Sum("ms", filter=counts & Q(up=True), default=0),
    )
    rows = [
        MeasuredDay(day=day, system_id=one["system_id"], **{name: one[f"n_{name}"] for name in COUNTED})
        for one in told
        if one["system_id"] in systems
    ]
    MeasuredDay.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["system", "day"],
        update_fields=list(COUNTED),
    )
