"""The working calendar (工作日历): which days are worked, by the State Council's yearly holiday notices."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from types import MappingProxyType
from typing import Literal, Protocol

import chinese_calendar

from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say

OfficeHours = tuple[tuple[time, time], ...]
AfterTheEnd = Literal["refuse", "statutory"]

OFFICE_HOURS: OfficeHours = ((time(8), time(12)), (time(14), time(18)))
"""Eight hours a day, the most that article 36 of the Labour Law allows as the standard day."""

FIXED_HOLIDAYS = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
"""(Month, day) of 元旦, 劳动节 and 国庆节 by the holiday regulation (全国年节及纪念日放假办法) since 2025."""


class CalendarEnds(SentenceError):
    """The calendar has no table for a year (工作日历未覆盖); load that year's notice."""


class Calendar(Protocol):
    """What a clock asks of a working calendar."""

    @property
    def office_hours(self) -> OfficeHours:
        """The hours worked on a working day, in order."""

    def is_working(self, day: date) -> bool:
        """Whether the day is worked; raises `CalendarEnds` for a day it does not cover."""

    def is_provisional(self, day: date) -> bool:
        """Whether the answer for this day is an assumption until the year's notice is out."""


@dataclass(frozen=True)
class YearTable:
    """One year's notice (放假安排): weekdays ``off``, weekend days ``worked``; the rest follow the week."""

    year: int
    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if strays := sorted(day for day in self.off | self.worked if day.year != self.year):
            raise SentenceError(
                say(
                    "The calendar of {year} names {day}; keep to days of that year.",
                    year=self.year,
                    day=strays[0],
                )
            )
        if both := sorted(self.off & self.worked):
            raise SentenceError(say("{day} is both off and worked in the calendar; choose one.", day=both[0]))

    @classmethod
    def read(cls, year: int, off: Iterable[str], worked: Iterable[str]) -> "YearTable":
        """The table from days written YYYY-MM-DD, as a law pack or an operator's file gives them."""
        return cls(year, frozenset(map(_day, off)), frozenset(map(_day, worked)))

    def is_working(self, day: date) -> bool:
        """Whether this day of the year is worked."""
        return day in self.worked or (day.weekday() < 5 and day not in self.off)


@dataclass(frozen=True)
class NationalCalendar:
    """The national working calendar (全国工作日历) over the loaded years.

    After the last loaded year ``assume_after`` decides: "refuse" raises `CalendarEnds`; "statutory" assumes
    weekends and the holidays with fixed dates, no others and no make-up days, and calls the answers provisional.
    """

    tables: Mapping[int, YearTable]
    assume_after: AfterTheEnd = "refuse"
    office_hours: OfficeHours = OFFICE_HOURS

    def is_working(self, day: date) -> bool:
        """Whether the day is worked; raises `CalendarEnds` for a day it does not cover."""
        if isinstance(day, datetime):
            raise TypeError("ask for a date: which day a moment falls on depends on the time zone")
        table = self.tables.get(day.year)
        if table is not None:
            return table.is_working(day)
        if not self.is_provisional(day):
            raise self._ends(day.year)
        return day.weekday() < 5 and (day.month, day.day) not in FIXED_HOLIDAYS

    def is_provisional(self, day: date) -> bool:
        """Whether the day lies after the last loaded year and is assumed."""
        return self.assume_after == "statutory" and day.year > max(self.tables)

    def _ends(self, year: int) -> CalendarEnds:
        return CalendarEnds(
            say(
                "The working calendar covers {first} to {last} but not {year}; load the State Council's holiday"
                " notice for {year}.",
                first=min(self.tables),
                last=max(self.tables),
                year=year,
            )
        )


def national_calendar(
    extra: Iterable[YearTable] = (),
    *,
    assume_after: AfterTheEnd = "refuse",
    office_hours: OfficeHours = OFFICE_HOURS,
) -> NationalCalendar:
    """The calendar of all published years; a table in ``extra`` adds a year or takes the place of one."""
    tables = {**published_years(), **{table.year: table for table in extra}}
    return NationalCalendar(MappingProxyType(tables), assume_after, office_hours)


@cache
def published_years() -> Mapping[int, YearTable]:
    """The yearly notices that the installed ``chinesecalendar`` knows."""
    off: set[date] = {day for day in chinese_calendar.holidays if day.weekday() < 5}
    worked: set[date] = set(chinese_calendar.workdays)
    return MappingProxyType({year: _table(year, off, worked) for year in sorted({day.year for day in off})})


def _table(year: int, off: set[date], worked: set[date]) -> YearTable:
    return YearTable(
        year,
        frozenset(day for day in off if day.year == year),
        frozenset(day for day in worked if day.year == year),
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SentenceError(
            say("“{text}” in the calendar is not a day; write it as “2027-01-01”.", text=text)
        ) from None
