"""Clocks of the law (期限): when something is due, and how much time is left.

The rules, from the Civil Code, articles 201 to 203, and the Administrative Licensing Law, article 82:

- Days: the day of the start is not counted; the last day ends at 24:00 Beijing time (nothing closes online).
- Calendar days: a period whose last day is a day of rest ends on the next working day.
- Months and years: they end on the day of the same number, or on the last day of a shorter month (article 202).
- Hours: counted from the moment of the start, to the second; working hours only within the office hours.
- Pauses stop the clock: a clock in days counts no day that a pause touches, wholly or in part; a clock in
  hours stands still for exactly the length of the pause.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from itertools import count, islice

from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say
from banyan.kit.workdays import Calendar

BEIJING = timezone(timedelta(hours=8), "Asia/Shanghai")
"""China's only legal time, without summer time since 1992; needs no time zone database."""

Pauses = Sequence[tuple[datetime, datetime | None]]
"""When a clock stood still: from, until; ``None`` while the pause lasts."""

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_END_OF_TIME = datetime.max.replace(tzinfo=BEIJING)
_Span = tuple[datetime, datetime]


class Unit(StrEnum):
    """What a clock counts (期限单位)."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    HOURS = "hours"
    WORKING_HOURS = "working_hours"
    MONTHS = "months"
    YEARS = "years"


_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}


@dataclass(frozen=True)
class Clock:
    """A period (期限): whole days, months or years, or hours that may be a decimal such as ``Decimal("0.5")``."""

    amount: int | Decimal
    unit: Unit

    def __post_init__(self) -> None:
        if self.amount <= 0:
            raise SentenceError(say("A period is longer than nothing; {amount} is not.", amount=self.amount))
        if not self.in_hours and self.amount != int(self.amount):
            raise SentenceError(
                say("A period in days is a whole number; {amount} is not.", amount=self.amount)
            )

    @property
    def in_hours(self) -> bool:
        """Whether it counts hours; else it counts whole days, months or years."""
        return self.unit in (Unit.HOURS, Unit.WORKING_HOURS)


@dataclass(frozen=True)
class DueDate:
    """When something is due (到期): ``at`` is the last moment in time, Beijing time.

    The last moment of a day is 23:59:59.999999, so that it shows the right day and ``now > at`` means late.
    ``provisional``: it rests on a year whose holiday notice is not loaded; count it again when it is.
    """

    at: datetime
    provisional: bool = False


class ClockStopped(SentenceError):
    """No due date (计时中止): the clock stands in a pause that has not ended. Count again when it ends."""


@dataclass(frozen=True)
class Left:
    """How far off a due date is (剩余时间): to go, or past it if ``late``; whole working days, whole hours.

    Today does not count as a working day: on Tuesday «3 working days» ends on Friday.
    """

    due: datetime
    late: bool
    working_days: int
    hours: int


def due_at(start: datetime, clock: Clock, calendar: Calendar, pauses: Pauses = ()) -> DueDate:
    """When a clock that starts now runs out, by the rules at the head of this module.

    Raises `ClockStopped` if it stands in an open pause, `CalendarEnds` if the calendar ends before the clock.
    """
    start = _beijing(start)
    stops = _stops(pauses)
    if clock.unit == Unit.WORKING_DAYS:
        return _due_on_working_day(start.date(), int(clock.amount), calendar, stops)
    if clock.unit == Unit.CALENDAR_DAYS:
        return _due_on_calendar_day(start.date(), int(clock.amount), calendar, stops)
    if not clock.in_hours:
        days = (months_after(start.date(), int(clock.amount) * _MONTHS[clock.unit]) - start.date()).days
        return _due_on_calendar_day(start.date(), days, calendar, stops)
    period = timedelta(seconds=round(clock.amount * 3600))
    if clock.unit == Unit.HOURS:
        return DueDate(_run_out(iter([(start, _END_OF_TIME)]), period, stops))
    office = _office_spans(start, _days_after(start.date() - _DAY), calendar)
    at = _run_out(office, period, stops)
    return DueDate(at, _any_provisional(start.date(), at.date(), calendar))


def months_after(day: date, months: int) -> date:
    """The day so many months later, or earlier: of the same number, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def remaining(now: datetime, due: datetime, calendar: Calendar, unit: Unit) -> int:
    """Whole units from now to the due moment; negative when it is past. Today is not counted as a day."""
    now, due = _beijing(now), _beijing(due)
    if now > due:
        return -remaining(due, now, calendar, unit)
    if unit == Unit.WORKING_DAYS:
        days = (due.date() - now.date()).days
        return sum(map(calendar.is_working, islice(_days_after(now.date()), days)))
    if unit == Unit.CALENDAR_DAYS:
        return (due.date() - now.date()).days
    if unit in _MONTHS:
        return _whole_months(now.date(), due.date()) // _MONTHS[unit]
    if unit == Unit.HOURS:
        return (due - now) // _HOUR
    return _office_time(now, due, calendar) // _HOUR


def _whole_months(first: date, last: date) -> int:
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (months_after(first, months) > last)


def left(now: datetime, due: datetime, calendar: Calendar) -> Left:
    """What is left until the due moment, for texts such as «3 working days, until Fri 27 Nov»."""
    return Left(
        due=_beijing(due),
        late=now > due,
        working_days=abs(remaining(now, due, calendar, Unit.WORKING_DAYS)),
        hours=abs(remaining(now, due, calendar, Unit.HOURS)),
    )


def _due_on_working_day(start: date, amount: int, calendar: Calendar, stops: list[_Span]) -> DueDate:
    counted = (day for day in _running_days(start, stops) if calendar.is_working(day))
    last = _nth(counted, amount)
    return DueDate(_end_of(last), _any_provisional(start + _DAY, last, calendar))


def _due_on_calendar_day(start: date, amount: int, calendar: Calendar, stops: list[_Span]) -> DueDate:
    end = _nth(_running_days(start, stops), amount)
    last = _nth((day for day in _running_days(end - _DAY, stops) if calendar.is_working(day)), 1)
    return DueDate(_end_of(last), _any_provisional(end, last, calendar))


def _running_days(start: date, stops: list[_Span]) -> Iterator[date]:
    """The days after the start that no stop touches."""
    for day in _days_after(start):
        first, last = datetime.combine(day, time.min, BEIJING), _end_of(day)
        touching = [stop for stop in stops if stop[0] <= last and stop[1] > first]
        if not touching:
            yield day
        elif touching[-1][1] == _END_OF_TIME:
            raise _stopped(touching[-1][0])


def _run_out(spans: Iterator[_Span], period: timedelta, stops: list[_Span]) -> datetime:
    """The moment when ``period`` has passed within the spans outside the stops."""
    for begin, end in _running_spans(spans, stops):
        if end - begin >= period:
            return begin + period
        period -= end - begin
    raise AssertionError("spans never end")


def _running_spans(spans: Iterator[_Span], stops: list[_Span]) -> Iterator[_Span]:
    for begin, end in spans:
        running_from = begin
        for stop, go in stops:
            if stop < end and go > running_from:
                yield running_from, max(running_from, stop)
                if go == _END_OF_TIME:
                    raise _stopped(stop)
                running_from = min(end, go)
        yield running_from, end


def _office_spans(start: datetime, days: Iterable[date], calendar: Calendar) -> Iterator[_Span]:
    """The office hours of these days, from the start on."""
    for day in days:
        if calendar.is_working(day):
            for opens, closes in calendar.office_hours:
                end = datetime.combine(day, closes, BEIJING)
                if end > start:
                    yield max(start, datetime.combine(day, opens, BEIJING)), end


def _office_time(now: datetime, due: datetime, calendar: Calendar) -> timedelta:
    days = islice(_days_after(now.date() - _DAY), (due.date() - now.date()).days + 1)
    spans = _office_spans(now, days, calendar)
    return sum((min(end, due) - begin for begin, end in spans if begin < due), timedelta())


def _stops(pauses: Pauses) -> list[_Span]:
    """The pauses in order, those that overlap or meet joined, an open one until the end of time."""
    joined: list[_Span] = []
    for begin, end in sorted(
        (_beijing(begin), _beijing(end) if end else _END_OF_TIME) for begin, end in pauses
    ):
        if end < begin:
            raise SentenceError(
                say("A pause ends before it begins at {begin}; correct its end.", begin=_minute(begin))
            )
        if end == begin:
            continue
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined


def _stopped(since: datetime) -> ClockStopped:
    return ClockStopped(
        say(
            "The clock has stood still since {since}; there is a due date once it goes on.",
            since=_minute(since),
        )
    )


def _minute(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _any_provisional(first: date, last: date, calendar: Calendar) -> bool:
    return any(calendar.is_provisional(first + _DAY * n) for n in range((last - first).days + 1))


def _days_after(start: date) -> Iterator[date]:
    return (start + _DAY * n for n in count(1))


def _nth(days: Iterator[date], n: int) -> date:
    return next(islice(days, n - 1, None))


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, BEIJING)


def _beijing(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone; law time needs one")
    return moment.astimezone(BEIJING)
