"""What a case of a monitor is, and how a case lets rows stand as they would after years of use."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from banyan.acts import clock
from banyan.acts.governed import Governed, UnderWay, under_way
from tests.samples import MAKERS

Case = Callable[[], Iterator[datetime]]
Thing = TypeVar("Thing", bound=Governed)


def a(noun: str, **as_it_stands: object) -> Any:
    """A stored object of this noun, made as `tests/samples` makes it, with these values."""
    return let(MAKERS[noun](), **as_it_stands)


def let(thing: Thing, **as_it_stands: object) -> Thing:
    """Let an object stand with these values, whatever led there."""
    for name, value in as_it_stands.items():
        setattr(thing, name, value)
    with under_way(UnderWay("tests.prepare")):
        thing.save()
    return thing


def in_days(number: int) -> datetime:
    """The moment so many days from now; before now when the number is negative."""
    return clock.now() + timedelta(days=number)


def on_day(number: int) -> date:
    """The day so many days from today; before today when the number is negative."""
    return clock.today() + timedelta(days=number)
