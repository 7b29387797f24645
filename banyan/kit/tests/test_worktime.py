"""Clocks of the law: due dates, pauses and the time left."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banyan.kit.errors import SentenceError
from banyan.kit.workdays import CalendarEnds, national_calendar
from banyan.kit.worktime import (
    BEIJING,
    Clock,
    ClockStopped,
    DueDate,
    Pauses,
    Unit,
    due_at,
    left,
    months_after,
    remaining,
)

CALENDAR = national_calendar()
ASSUMING = national_calendar(assume_after="statutory")


def at(month: int, day: int, hour: int = 0, minute: int = 0, *, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=BEIJING)


def end_of(month: int, day: int, *, year: int = 2026) -> datetime:
    return datetime(year, month, day, 23, 59, 59, 999_999, tzinfo=BEIJING)


def due(start: datetime, amount: int | Decimal, unit: Unit, pauses: Pauses = ()) -> datetime:
    return due_at(start, Clock(amount, unit), CALENDAR, pauses).at


moments = st.datetimes(datetime(2013, 1, 1), datetime(2026, 6, 30)).map(
    lambda naive: naive.replace(tzinfo=BEIJING)
)
SHORT = (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.HOURS, Unit.WORKING_HOURS)
clocks = st.builds(Clock, st.integers(1, 40), st.sampled_from(SHORT))


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        (at(11, 24, 9), 3, end_of(11, 27)),
        (at(11, 24, 0), 1, end_of(11, 25)),
        (at(11, 24, 23, 59), 1, end_of(11, 25)),
        (at(11, 28, 9), 1, end_of(11, 30)),
        (at(9, 30, 9), 10, end_of(10, 20)),
        (at(2, 13, 9), 1, end_of(2, 14)),
        (at(2, 13, 9), 2, end_of(2, 24)),
    ],
)
def test_working_days_follow_the_national_calendar(start: datetime, days: int, last: datetime) -> None:
    assert due(start, days, Unit.WORKING_DAYS) == last


def test_the_start_day_is_the_day_in_beijing() -> None:
    assert due(datetime(2026, 11, 24, 17, tzinfo=UTC), 1, Unit.WORKING_DAYS) == end_of(11, 26)


def test_the_last_second_of_the_day_is_in_time_and_midnight_is_late() -> None:
    last = due(at(11, 24, 9), 3, Unit.WORKING_DAYS)
    assert not left(datetime(2026, 11, 27, 23, 59, 59, tzinfo=BEIJING), last, CALENDAR).late
    assert not left(last, last, CALENDAR).late
    assert left(at(11, 28), last, CALENDAR).late


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        (at(11, 24), 7, end_of(12, 1)),
        (at(11, 24), 4, end_of(11, 30)),
        (at(9, 1), 30, end_of(10, 8)),
        (at(2, 1), 14, end_of(2, 24)),
        (at(1, 31), 14, end_of(2, 14)),
    ],
)
def test_calendar_days_that_end_on_a_day_of_rest_end_on_the_next_working_day(
    start: datetime, days: int, last: datetime
) -> None:
    assert due(start, days, Unit.CALENDAR_DAYS) == last


@pytest.mark.parametrize(
    ("start", "amount", "unit", "last"),
    [
        (at(1, 31), 1, Unit.MONTHS, end_of(2, 28)),
        (at(1, 15, 9), 2, Unit.MONTHS, end_of(3, 16)),
        (at(3, 24, 9), 6, Unit.MONTHS, end_of(9, 24)),
        (at(2, 29, year=2024), 1, Unit.YEARS, end_of(2, 28, year=2025)),
    ],
)
def test_months_and_years_end_on_the_day_of_the_same_number(
    start: datetime, amount: int, unit: Unit, last: datetime
) -> None:
    assert due(start, amount, unit) == last


def test_a_pause_puts_off_the_end_of_a_month() -> None:
    assert due(at(3, 24), 1, Unit.MONTHS, [(at(4, 1), at(4, 3))]) == end_of(4, 27)


@given(st.dates(datetime(1990, 1, 1).date(), datetime(2090, 1, 1).date()), st.integers(-600, 600))
def test_months_there_and_back_lose_at_most_the_days_of_a_longer_month(day: date, months: int) -> None:
    back = months_after(months_after(day, months), -months)
    assert 0 <= (day - back).days <= 3
    assert months_after(day, months + 1) > months_after(day, months)


@pytest.mark.parametrize(("unit", "whole"), [(Unit.MONTHS, 13), (Unit.YEARS, 1)])
def test_whole_months_and_years_remain(unit: Unit, whole: int) -> None:
    assert remaining(at(1, 31, year=2025), at(3, 1), CALENDAR, unit) == whole


def test_hours_run_through_nights_and_holidays_to_the_second() -> None:
    start = datetime(2026, 9, 30, 23, 30, 15, tzinfo=BEIJING)
    assert due(start, 24, Unit.HOURS) == start + timedelta(days=1)
    assert due(start, Decimal("0.5"), Unit.HOURS) == start + timedelta(minutes=30)


def test_hours_need_no_calendar() -> None:
    start = at(12, 31, 12, year=2030)
    assert due(start, 24, Unit.HOURS) == start + timedelta(days=1)


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        (at(11, 24, 9), 2, at(11, 24, 11)),
        (at(11, 24, 11), 2, at(11, 24, 15)),
        (at(11, 24, 16), 2, at(11, 24, 18)),
        (at(11, 24, 17), 2, at(11, 25, 9)),
        (at(11, 24, 6), 8, at(11, 24, 18)),
        (at(11, 27, 20), 1, at(11, 30, 9)),
        (at(9, 30, 17), 2, at(10, 8, 9)),
    ],
)
def test_working_hours_run_within_the_office_hours(start: datetime, hours: int, end: datetime) -> None:
    assert due(start, hours, Unit.WORKING_HOURS) == end


@pytest.mark.parametrize(
    ("pauses", "last"),
    [
        ([(at(11, 25, 10), at(11, 25, 11))], end_of(11, 30)),
        ([(at(11, 25, 10), at(11, 26, 0))], end_of(11, 30)),
        ([(at(11, 25, 10), at(11, 26, 9))], end_of(12, 1)),
        ([(at(11, 24, 10), at(11, 24, 12))], end_of(11, 27)),
        ([(at(11, 28, 10), at(11, 29, 12))], end_of(11, 27)),
        ([(at(11, 26, 9), at(11, 26, 9))], end_of(11, 27)),
        ([(at(11, 26, 9), at(11, 26, 10)), (at(11, 25, 9), at(11, 26, 9, 30))], end_of(12, 1)),
        ([(at(11, 28), None)], end_of(11, 27)),
    ],
)
def test_a_working_day_touched_by_a_pause_is_not_counted(pauses: Pauses, last: datetime) -> None:
    assert due(at(11, 24, 9), 3, Unit.WORKING_DAYS, pauses) == last


def test_a_calendar_day_touched_by_a_pause_is_not_counted() -> None:
    assert due(at(11, 24), 7, Unit.CALENDAR_DAYS, [(at(11, 25, 9), at(11, 26, 9))]) == end_of(12, 3)


def test_a_calendar_clock_does_not_end_on_a_paused_day() -> None:
    assert due(at(11, 24), 4, Unit.CALENDAR_DAYS, [(at(11, 30, 9), at(11, 30, 10))]) == end_of(12, 1)


def test_an_hour_clock_stands_still_for_exactly_the_pause() -> None:
    pauses = [(at(11, 24, 10), at(11, 24, 12)), (at(11, 24, 8), at(11, 24, 9, 30))]
    assert due(at(11, 24, 9), 3, Unit.HOURS, pauses) == at(11, 24, 14, 30)
    assert due(at(11, 24, 9), 3, Unit.WORKING_HOURS, pauses) == at(11, 24, 16, 30)


def test_a_pause_through_the_noon_break_costs_only_the_office_hours_in_it() -> None:
    pauses = [(at(11, 24, 11), at(11, 24, 15)), (at(11, 24, 12), at(11, 24, 13))]
    assert due(at(11, 24, 9), 3, Unit.WORKING_HOURS, pauses) == at(11, 24, 16)
    assert due(at(11, 24, 9), 3, Unit.HOURS, pauses) == at(11, 24, 16)


@pytest.mark.parametrize("unit", SHORT)
def test_there_is_no_due_date_while_a_pause_lasts(unit: Unit) -> None:
    with pytest.raises(ClockStopped, match="since 2026-11-25 12:30"):
        due(at(11, 24, 9), 30, unit, [(at(11, 25, 12, 30), None)])


@pytest.mark.parametrize("unit", SHORT)
def test_a_pause_after_the_clock_ran_out_changes_nothing(unit: Unit) -> None:
    assert due(at(11, 24, 9), 2, unit, [(at(11, 27), None)]) == due(at(11, 24, 9), 2, unit)


def test_refuses_a_pause_that_ends_before_it_begins() -> None:
    with pytest.raises(SentenceError, match="ends before it begins at 2026-11-25 09:00"):
        due(at(11, 24), 3, Unit.HOURS, [(at(11, 25, 9), at(11, 25, 8))])


@pytest.mark.parametrize("unit", [Unit.WORKING_DAYS, Unit.CALENDAR_DAYS, Unit.WORKING_HOURS])
def test_refuses_to_count_past_the_calendar(unit: Unit) -> None:
    with pytest.raises(CalendarEnds, match="not 2027"):
        due(at(12, 20), 100, unit)


@pytest.mark.parametrize(
    ("start", "clock", "expected"),
    [
        (at(12, 24), Clock(10, Unit.WORKING_DAYS), DueDate(end_of(1, 8, year=2027), provisional=True)),
        (at(12, 2), Clock(30, Unit.CALENDAR_DAYS), DueDate(end_of(1, 4, year=2027), provisional=True)),
        (at(12, 31, 17), Clock(2, Unit.WORKING_HOURS), DueDate(at(1, 4, 9, year=2027), provisional=True)),
        (at(12, 31, 17), Clock(48, Unit.HOURS), DueDate(at(1, 2, 17, year=2027), provisional=False)),
        (at(12, 24), Clock(5, Unit.WORKING_DAYS), DueDate(end_of(12, 31), provisional=False)),
    ],
)
def test_a_due_date_that_rests_on_an_assumed_year_is_provisional(
    start: datetime, clock: Clock, expected: DueDate
) -> None:
    assert due_at(start, clock, ASSUMING) == expected


@pytest.mark.parametrize(
    ("amount", "unit"), [(0, Unit.HOURS), (-1, Unit.WORKING_DAYS), (Decimal("1.5"), Unit.CALENDAR_DAYS)]
)
def test_refuses_a_period_that_is_none(amount: int | Decimal, unit: Unit) -> None:
    with pytest.raises(SentenceError):
        Clock(amount, unit)


def test_refuses_a_moment_without_a_time_zone() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        due(datetime(2026, 11, 24), 1, Unit.HOURS)


def test_tells_three_working_days_until_friday() -> None:
    found = left(at(11, 24, 9), end_of(11, 27), CALENDAR)
    assert (found.late, found.working_days, found.hours) == (False, 3, 86)


@pytest.mark.parametrize(
    ("now", "working_days", "hours"),
    [(at(11, 28), 0, 0), (at(11, 29, 12), 0, 36), (at(11, 30, 8), 1, 56), (at(12, 1), 2, 72)],
)
def test_tells_how_late_it_is(now: datetime, working_days: int, hours: int) -> None:
    found = left(now, end_of(11, 27), CALENDAR)
    assert (found.late, found.working_days, found.hours) == (True, working_days, hours)


@pytest.mark.parametrize(
    ("unit", "amount"),
    [(Unit.WORKING_DAYS, 4), (Unit.CALENDAR_DAYS, 6), (Unit.HOURS, 144), (Unit.WORKING_HOURS, 32)],
)
def test_remaining_counts_in_each_unit_forward_and_back(unit: Unit, amount: int) -> None:
    now, then = at(11, 26, 11), at(12, 2, 11)
    assert remaining(now, then, CALENDAR, unit) == amount
    assert remaining(then, now, CALENDAR, unit) == -amount


@pytest.mark.parametrize("unit", SHORT)
def test_what_remains_until_the_last_day_of_the_calendar_can_be_told(unit: Unit) -> None:
    assert (
        remaining(at(12, 30, 18), end_of(12, 31), CALENDAR, unit)
        == {
            Unit.WORKING_DAYS: 1,
            Unit.CALENDAR_DAYS: 1,
            Unit.HOURS: 29,
            Unit.WORKING_HOURS: 8,
        }[unit]
    )


@given(moments, clocks)
def test_what_remains_at_the_start_is_the_whole_period(start: datetime, clock: Clock) -> None:
    found = due_at(start, clock, CALENDAR).at
    whole = remaining(start, found, CALENDAR, clock.unit)
    if clock.unit == Unit.CALENDAR_DAYS:
        assert clock.amount <= whole <= clock.amount + 9
    else:
        assert whole == clock.amount


@given(moments, clocks)
def test_a_clock_in_days_ends_on_a_working_day_after_the_start(start: datetime, clock: Clock) -> None:
    found = due_at(start, clock, CALENDAR).at
    assert found > start
    if not clock.in_hours:
        assert CALENDAR.is_working(found.date())
        assert found == end_of(found.month, found.day, year=found.year)


@given(moments, clocks, st.integers(1, 20))
def test_a_longer_period_never_ends_earlier(start: datetime, clock: Clock, more: int) -> None:
    longer = Clock(clock.amount + more, clock.unit)
    assert due_at(start, longer, CALENDAR).at >= due_at(start, clock, CALENDAR).at


@given(moments, clocks, st.integers(-100, 1000), st.integers(0, 200))
def test_a_pause_never_brings_the_end_forward(start: datetime, clock: Clock, after: int, hours: int) -> None:
    begin = start + timedelta(hours=after)
    pause = (begin, begin + timedelta(hours=hours))
    plain, paused = due_at(start, clock, CALENDAR).at, due_at(start, clock, CALENDAR, [pause]).at
    assert paused >= plain
    if clock.unit == Unit.HOURS:
        inside = max(timedelta(), pause[1] - max(start, begin)) if begin < plain else timedelta()
        assert paused - plain == inside


@given(moments, clocks, st.lists(st.tuples(st.integers(0, 300), st.integers(0, 50)), max_size=4))
def test_the_order_and_overlap_of_pauses_do_not_matter(
    start: datetime, clock: Clock, spans: list[tuple[int, int]]
) -> None:
    pauses = [(start + timedelta(hours=a), start + timedelta(hours=a + b)) for a, b in spans]
    forward = due_at(start, clock, CALENDAR, pauses)
    assert due_at(start, clock, CALENDAR, [*reversed(pauses), *pauses]) == forward


def test_a_whole_year_remains_as_its_working_days() -> None:
    assert remaining(at(12, 31, 9, year=2024), end_of(12, 31, year=2025), CALENDAR, Unit.WORKING_DAYS) == 248
