"""Moments of the demo's past: ten in the morning in Beijing, so many days or working days ago."""

from contextlib import AbstractContextManager
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from banyan.acts import clock
from banyan.acts.due import working_calendar

TEN = time(10, tzinfo=ZoneInfo("Asia/Shanghai"))


def days_ago(days: int) -> AbstractContextManager[None]:
    """Let acts happen so many days ago."""
    return clock.at(datetime.combine(clock.today() - timedelta(days=days), TEN))


def working_days(count: int) -> int:
    """How many days ago it was ``count`` working days ago."""
    calendar, days = working_calendar(), 0
    while count:
        days += 1
        count -= calendar.is_working(clock.today() - timedelta(days=days))
    return days
