"""What figures were on the days on which they were measured."""

from collections import defaultdict
from datetime import date, timedelta

from banyan.acts import clock
from banyan.acts.figure import Told
from banyan.supervision.models import Measure

Days = list[tuple[date, Told]]


def measured(region: str, *, days: int = 90) -> dict[str, Days]:
    """The measured days of each figure of a region, oldest first; a day without a sweep has none."""
    since = clock.today() - timedelta(days=days)
    found: dict[str, Days] = defaultdict(list)
    rows = Measure.objects.filter(region=region, day__gte=since).order_by("day")
    for row in rows:
        found[row.figure].append((row.day, Told(row.part, row.whole)))
    return found


def last_measured(year: int, regions: list[str]) -> dict[str, tuple[date, dict[str, Told]]]:
    """The figures of each region on its last measured day of a year."""
    rows = Measure.objects.filter(region__in=regions, day__year=year).order_by("day")
    last: dict[str, tuple[date, dict[str, Told]]] = {}
    for row in rows:
        day, told = last.get(row.region, (row.day, {}))
        if day != row.day:
            day, told = row.day, {}
        told[row.figure] = Told(row.part, row.whole)
        last[row.region] = (day, told)
    return last
