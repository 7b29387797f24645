"""Reads of maintenance windows."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from banyan.operations.models import MaintenanceWindow

Span = tuple[datetime, datetime]


def announced_times(systems: Iterable[int], since: datetime) -> dict[int, list[Span]]:
    """When these systems were under maintenance announced in time, from a moment on; urgent work does not excuse."""
    rows = MaintenanceWindow.objects.filter(ends_at__gt=since, urgent_because="").exclude(
        state=MaintenanceWindow.State.WITHDRAWN
    )
    wanted, found = set(systems), defaultdict(list)
    for system, begins, ends in rows.values_list("system_id", "begins_at", "ends_at"):
        if system in wanted:
            found[system].append((begins, ends))
    return dict(found)
