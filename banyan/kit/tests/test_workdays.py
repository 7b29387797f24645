"""The national working calendar, year by year."""

from datetime import date, datetime, timedelta
from itertools import groupby

import pytest

from banyan.kit.errors import SentenceError
from banyan.kit.workdays import CalendarEnds, YearTable, national_calendar, published_years

COUNTS = {
    2013: 250,
    2014: 250,
    2015: 249,
    2016: 250,
    2017: 249,
    2018: 250,
    2019: 250,
    2020: 249,
    2021: 250,
    2022: 249,
    2023: 249,
    2024: 251,
    2025: 248,
    2026: 248,
}
CALENDAR = national_calendar()


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize(("year", "working_days"), COUNTS.items())
def test_counts_the_working_days_of_each_year(year: int, working_days: int) -> None:
    assert sum(map(CALENDAR.is_working, days_of(year))) == working_days


@pytest.mark.parametrize(("year", "days"), [(2025, 5), (2026, 6)])
def test_knows_the_make_up_days(year: int, days: int) -> None:
    assert sum(CALENDAR.is_working(day) for day in days_of(year) if day.weekday() > 4) == days


@pytest.mark.parametrize(("year", "days"), [(2025, 8), (2026, 9)])
def test_knows_the_longest_break(year: int, days: int) -> None:
    runs = [list(run) for works, run in groupby(days_of(year), CALENDAR.is_working) if not works]
    assert max(map(len, runs)) == days


def test_the_spring_festival_of_2026_lasts_from_the_15th_to_the_23rd_of_february() -> None:
    rest = [
        day for day in days_of(2026) if day.month == 2 and 14 < day.day < 25 and not CALENDAR.is_working(day)
    ]
    assert (rest[0], rest[-1], len(rest)) == (date(2026, 2, 15), date(2026, 2, 23), 9)


def test_refuses_beyond_its_last_year_and_before_its_first() -> None:
    last, first = max(published_years()), min(published_years())
    with pytest.raises(CalendarEnds, match=f"not {last + 1}; load the State Council's holiday notice"):
        CALENDAR.is_working(date(last + 1, 1, 4))
    with pytest.raises(CalendarEnds, match=f"covers {first} to {last}"):
        CALENDAR.is_working(date(first - 1, 12, 31))


def test_the_statutory_assumption_is_provisional() -> None:
    calendar = national_calendar(assume_after="statutory")
    last = max(published_years())
    coming = [day for year in range(last + 1, last + 8) for day in days_of(year)]
    rest = {(day.month, day.day) for day in coming if day.weekday() < 5 and not calendar.is_working(day)}
    assert rest == {(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)}
    assert not any(calendar.is_working(day) for day in coming if day.weekday() > 4)
    assert all(map(calendar.is_provisional, coming))
    assert not any(map(calendar.is_provisional, days_of(last)))


def test_the_statutory_assumption_does_not_reach_into_the_past() -> None:
    with pytest.raises(CalendarEnds):
        national_calendar(assume_after="statutory").is_working(date(1999, 1, 4))


def test_a_loaded_year_ends_the_assumption() -> None:
    table = YearTable.read(2040, off=["2040-02-13"], worked=["2040-02-18"])
    calendar = national_calendar([table], assume_after="statutory")
    assert not calendar.is_working(date(2040, 2, 13))
    assert calendar.is_working(date(2040, 2, 18))
    assert not calendar.is_provisional(date(2040, 12, 31))
    with pytest.raises(CalendarEnds, match="not 2039"):
        calendar.is_working(date(2039, 12, 1))


def test_a_loaded_year_takes_the_place_of_the_published_one() -> None:
    calendar = national_calendar([YearTable(2026)])
    assert calendar.is_working(date(2026, 10, 1))
    assert not CALENDAR.is_working(date(2026, 10, 1))


@pytest.mark.parametrize(
    ("off", "worked", "tells"),
    [
        (["2028-01-01"], [], "keep to days of that year"),
        (["2027-01-02"], ["2027-01-02"], "both off and worked"),
        (["1.1.2027"], [], "write it as “2027-01-01”"),
    ],
)
def test_refuses_a_table_that_contradicts_itself(off: list[str], worked: list[str], tells: str) -> None:
    with pytest.raises(SentenceError, match=tells):
        YearTable.read(2027, off, worked)


def test_refuses_a_moment_in_place_of_a_day() -> None:
    with pytest.raises(TypeError, match="time zone"):
        CALENDAR.is_working(datetime(2026, 10, 1))
