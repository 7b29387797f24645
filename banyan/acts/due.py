"""When an act is owed: a dated parameter of the law pack, counted from a state."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, Self

from django.utils.timezone import localdate

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

    A clock that differs from object to object names a fact of it: ``protection.test.level_{on.grade}``; nothing is
    due where the pack has no such parameter. ``since`` may name several states: the clock runs on from one to another.
    ``counted_from`` names the day of the object from which the clock runs, where it is not that of entering the
    state: each act that moves this day closes the duty and opens the next. ``told_by``: the monitor that tells what
    is overdue in words of its own, so that it is found once. ``day`` names a field of the object with the last day,
    where somebody may set one instead.
    """

    parameter: str
    since: str
    counted_from: str = ""
    told_by: str = ""
    day: str = ""

    @property
    def states(self) -> frozenset[str]:
        """The states in which the act is owed."""
        return frozenset(name.strip() for name in self.since.split(","))

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters of the law pack that the clock may run by."""
        if "{" not in self.parameter:
            return (self.parameter,)
        form = re.sub(r"\\{.*?\\}", "[^.]+", re.escape(self.parameter))
        return tuple(name for name in pack().parameters if re.fullmatch(form, name))

    def of(self, thing: Any) -> Self | None:
        """The clock that runs for this object; None where the law sets it none."""
        name = self.parameter.format(on=thing)
        return replace(self, parameter=name) if name in pack().parameters else None

    def ends(self, thing: Any, start: datetime) -> DueDate:
        """The last moment in time for the duty that begins for this object at ``start``."""
        day: date | None = getattr(thing, self.day) if self.day else None
        if day is None:
            return self.last_moment(start)
        return DueDate(midnight(day + timedelta(days=1)) - timedelta.resolution)

    def last_moment(self, start: datetime) -> DueDate:
        """The last moment in time for a duty that begins at ``start``."""
        value = pack().parameter(self.parameter, on=start.date())
        return due_at(start, Clock(value.of(int), Unit(value.unit.value)), working_calendar())

    def last_day(self, start: datetime) -> date:
        """The day in the province on which a duty that begins at ``start`` ends."""
        return localdate(self.last_moment(start).at)

    def norm(self, on: date) -> Norm:
        """The norm that the clock serves on a day."""
        return pack().parameter(self.parameter, on=on).norm
