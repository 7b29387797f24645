"""How readings are kept: written in bulk, each once, counted by day, and forgotten one by one after forty days."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.utils.timezone import localdate

from banyan.acts import clock
from banyan.operations.models import MeasuredDay, Reading, ServiceLevel
from banyan.operations.queries.windows import announced_times

KEPT_DAYS = 40
BATCH = 500
READINGS, DAYS = Reading._meta.db_table, MeasuredDay._meta.db_table
COUNTED = ("taken", "up", "slow", "planned", "total_ms")
COLUMNS = ("system_id", "at", "up", "ms", "slow", "planned", "why", "source")
WRITE = f'INSERT INTO "{READINGS}" ({", ".join(COLUMNS)}) VALUES '  # noqa: S608  our own table
ONCE = " ON CONFLICT (system_id, at) DO NOTHING RETURNING system_id, up, slow, planned, ms"
ADD = (
    f'INSERT INTO "{DAYS}" (system_id, day, {", ".join(COUNTED)}) VALUES (%s, %s, %s, %s, %s, %s, %s)'  # noqa: S608  our own table
    f" ON CONFLICT (system_id, day) DO UPDATE SET "
    + ", ".join(f'{name} = "{DAYS}".{name} + excluded.{name}' for name in COUNTED)
)


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
    """Write readings, leave out those that are there, and add the new ones to their days; all of it or nothing."""
    now = clock.now()
    given = {(one.system, one.at): one for one in taken}
    rows = [one for one in given.values() if oldest(now) <= one.at <= now + timedelta(minutes=5)]
    days: dict[date, list[Taken]] = defaultdict(list)
    for one in sorted(rows, key=lambda row: (row.at, row.system)):
        days[localdate(one.at)].append(one)
    with transaction.atomic():
        written = sum(_keep_day(day, of_day) for day, of_day in days.items())
    return Kept(written, len(rows) - written, len(given) - len(rows))


def forget(now: datetime) -> int:
    """Destroy the single readings whose days are counted long ago."""
    return Reading.objects.filter(at__lt=oldest(now)).delete()[0]


def _keep_day(day: date, taken: Sequence[Taken]) -> int:
    """Write the readings of one day and add to its counts what is new; how many were."""
    counts: dict[int, list[int]] = defaultdict(lambda: [0] * len(COUNTED))
    written = 0
    values = iter(_values(taken))
    while batch := list(islice(values, BATCH)):
        for system, up, slow, planned, ms in _write(batch):
            written += 1
            counts[system] = [
                old + new for old, new in zip(counts[system], _counted(up, slow, planned, ms), strict=True)
            ]
    with connection.cursor() as cursor:
        cursor.executemany(ADD, [(system, day, *counts[system]) for system in sorted(counts)])
    return written


def _write(batch: list[tuple[Any, ...]]) -> list[tuple[int, bool, bool, bool, int | None]]:
    """Write a batch; the rows that were not there before."""
    marks = ", ".join(["(" + ", ".join(["%s"] * len(COLUMNS)) + ")"] * len(batch))
    with connection.cursor() as cursor:
        cursor.execute(WRITE + marks + ONCE, [value for row in batch for value in row])
        found: list[tuple[int, bool, bool, bool, int | None]] = cursor.fetchall()
    return found


def _counted(*told: bool | int | None) -> tuple[int, int, int, int, int]:
    """What one reading adds to its day: within announced maintenance nothing but that."""
    up, slow, planned, ms = told
    if planned:
        return 0, 0, 0, 1, 0
    return 1, int(bool(up)), int(bool(slow)), 0, int(ms or 0) if up else 0


def _values(taken: Sequence[Taken]) -> Iterator[tuple[Any, ...]]:
    """The rows as they are written: whether each was slow, and whether it fell into announced maintenance."""
    agreed = dict(
        ServiceLevel.objects.filter(state=ServiceLevel.State.AGREED).values_list("system_id", "response_ms")
    )
    windows = announced_times({one.system for one in taken}, taken[0].at)
    for one in taken:
        slow = one.up and one.ms is not None and one.ms > agreed.get(one.system, one.ms)
        planned = any(begins <= one.at < ends for begins, ends in windows.get(one.system, ()))
        at = connection.ops.adapt_datetimefield_value(one.at)
        yield one.system, at, one.up, one.ms, slow, planned, one.why, one.source
