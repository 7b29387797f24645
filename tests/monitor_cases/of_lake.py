"""Cases of the monitors of holdings."""

from collections.abc import Iterator
from datetime import datetime

from banyan.lake.models import Load, QuarantinedRow
from tests.monitor_cases.case import Case, a, in_days, let


def _bad_row_waits() -> Iterator[datetime]:
    load = Load.objects.get(pk=a("lake.load", state="published").pk)
    row = QuarantinedRow.objects.create(load=load, line=2, data={}, faults=[], since=in_days(-90))
    yield in_days(0)
    row.settled = True
    row.save()
    yield in_days(0)


def _check_fell_silent() -> Iterator[datetime]:
    a("lake.load", begun_at=in_days(0))
    silent = a("lake.load", begun_at=in_days(-1))
    yield in_days(0)
    let(silent, state="failed")
    yield in_days(0)


CASES: dict[str, Case] = {
    "lake.quarantine_is_not_corrected": _bad_row_waits,
    "lake.load_is_stuck": _check_fell_silent,
}
