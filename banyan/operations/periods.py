"""Pure: the periods that a commission is rated in, counted from its beginning."""

from dataclasses import dataclass
from datetime import date, timedelta

from banyan.kit.worktime import months_after


@dataclass(frozen=True)
class Period:
    """Whole months of a commission (评价周期); both days count."""

    since: date
    until: date


def period(begin: date, number: int, months: int) -> Period:
    """The period of this number, counted from 0."""
    until = months_after(begin, (number + 1) * months) - timedelta(days=1)
    return Period(months_after(begin, number * months), until)


def running(begin: date, day: date, months: int) -> int:
    """The number of the period that a day lies in; -1 before the first."""
    if day < begin:
        return -1
    whole = (day.year - begin.year) * 12 + day.month - begin.month
    number = whole // months
    return number - 1 if period(begin, number, months).since > day else number


def ended(begin: date, day: date, months: int) -> Period | None:
    """The last period that has ended before a day."""
    number = running(begin, day, months) - 1
    return period(begin, number, months) if number >= 0 else None


def to_rate(begin: date, day: date, months: int, rated: frozenset[date]) -> Period | None:
    """The period to rate now: the last ended one while it is not rated, then the running one; None when both are."""
    number = running(begin, day, months)
    for one in (number - 1, number):
        if one >= 0 and (found := period(begin, one, months)).since not in rated:
            return found
    return None
