"""What the readings show against what was agreed: too little available, too slow, not measured."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.kit.sentence import Sentence, say
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack
from banyan.operations.grading import Measured, is_slow, shortfall
from banyan.operations.models import ServiceLevel
from banyan.operations.queries.measured import agreed_of, first_of_month, measured_in, scale, unmeasured

ENOUGH_READINGS = 12
"""Fewer calls than this tell nothing of a month."""


def _lapse(level: ServiceLevel, key: str, because: Sentence, **facts: object) -> Lapse:
    return lapse_of(level, key, because, body=level.commission.agreement.supplier_id, facts=facts)


def _months(at: datetime) -> tuple[date, date]:
    """The present month and the last: a breach stands until the end of the month after it."""
    month = first_of_month(localdate(at))
    return month, months_after(month, -1)


def _measured(at: datetime) -> Iterator[tuple[ServiceLevel, Measured]]:
    """Every agreed level with what was measured of its system in the months looked at."""
    rows = ServiceLevel.objects.filter(state=ServiceLevel.State.AGREED)
    levels = {one.system_id: one for one in rows.select_related("system", "commission__agreement")}
    for month in _months(at):
        for system, measured in measured_in(month, levels).items():
            level = levels[system]
            if measured.taken >= ENOUGH_READINGS and level.since < months_after(month, 1):
                yield level, measured


@monitor("33.2-a", title="Availability below what was agreed")
def availability_is_below_agreed(at: datetime) -> Iterator[Lapse]:
    """Systems that were available less than agreed, this month or last."""
    for level, measured in _measured(at):
        agreed = agreed_of(level)
        if shortfall(measured, agreed):
            because = say(
                "{month}: available {measured}% of the time; agreed are {agreed}%.",
                month=f"{measured.month:%Y-%m}",
                measured=str(measured.availability),
                agreed=f"{float(agreed.availability):g}",
            )
            facts = {"calls": measured.taken, "answered": measured.up, "maintenance": measured.planned}
            yield _lapse(level, f"availability/{measured.month:%Y-%m}", because, **facts)


@monitor("33.1-c", title="Answers slower than agreed")
def answers_are_slower_than_agreed(at: datetime) -> Iterator[Lapse]:
    """Systems of which too few answers came within the agreed time, this month or last."""
    limits = scale(localdate(at))
    for level, measured in _measured(at):
        if is_slow(measured, limits):
            because = say(
                "{month}: {share}% of the answers came within {ms} ms; {least}% must.",
                month=f"{measured.month:%Y-%m}",
                share=str(measured.in_time),
                ms=level.response_ms,
                least=f"{float(limits.in_time):g}",
            )
            yield _lapse(level, f"response/{measured.month:%Y-%m}", because, answers=measured.up)


@monitor("33.2-a", title="Systems that are not measured")
def level_is_not_measured(at: datetime) -> Iterator[Lapse]:
    """Systems in operation with an agreed level, of which no reading came for too long."""
    hours = pack().parameter("service_level.measured_within", on=localdate(at)).of(int)
    for level in unmeasured(at, hours):
        because = say(
            "No reading for more than {hours} hours: nothing shows that the level is kept.", hours=hours
        )
        yield _lapse(level, "unmeasured", because)
