"""The moment at which acts happen; tests and the demo's past may set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time

from django.utils import timezone

_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


def now() -> datetime:
    """The present moment with its time zone."""
    return _moment.get() or datetime.now(UTC)


def today() -> date:
    """The present day in the province (Asia/Shanghai)."""
    return timezone.localtime(now()).date()


def midnight(day: date) -> datetime:
    """The first moment of a day in the province."""
    return datetime.combine(day, time(), tzinfo=timezone.get_default_timezone())


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let everything inside happen at this moment. Only for tests and for the history of the demo."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)
