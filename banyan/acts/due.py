"""When an act is owed: a dated parameter of the law pack, counted from a state."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from banyan.acts.clock import midnight
from banyan.kit.workdays import NationalCalendar, national_calendar
from banyan.kit.worktime import Clock, DueDate, Unit, due_at
from banyan.law.inforce import pack
from banyan.law.norms import Norm


@cache
def working_calendar() -> NationalCalendar:
    """The national calendar; past its last published year the statutory days, and due dates say «provisional»."""
    return national_calendar(assume_after="statutory")


@dataclass(frozen=True)
class Due:
    """An act is due (应办期限) within ``parameter`` of the law pack after its object enters ``since``.

    ``day`` names a field of the object with the last day, where somebody may set one instead.
    """

    parameter: str
    since: str
    day: str = ""

    def of(self, thing: Any, start: datetime) -> DueDate:
        """The last moment in time for the duty that begins for this object at ``start``."""
        day: date | None = getattr(thing, self.day) if self.day else None
        if day is None:
            return self.last_moment(start)
        return DueDate(midnight(day + timedelta(days=1)) - timedelta.resolution)

    def last_moment(self, start: datetime) -> DueDate:
        """The last moment in time for a duty that begins at ``start``."""
        value = pack().parameter(self.parameter, on=start.date())
        return due_at(start, Clock(value.of(int), Unit(value.unit.value)), working_calendar())

    def norm(self, on: date) -> Norm:
        """The norm that the clock serves on a day."""
        return pack().parameter(self.parameter, on=on).norm
