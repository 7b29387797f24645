"""What all that exists has in common when it goes wrong: late, or built against the Measures."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, lapse_of
from banyan.kit.sentence import say
from banyan.law.inforce import pack


def not_integrated(rows: QuerySet[Any], key: str, at: datetime) -> Iterator[Lapse]:
    """Those to be integrated whose day has passed."""
    for thing in rows.filter(state="to_integrate", integrate_by__lt=localdate(at)).iterator():
        yield lapse_of(thing, key, say("It was to be integrated by {day}.", day=str(thing.integrate_by)))


def built_against_the_measures(rows: QuerySet[Any], at: datetime) -> Iterator[Lapse]:
    """Those to be integrated that began to run after the Measures came into force."""
    begun = pack().commencement
    for thing in rows.filter(state="to_integrate", running_since__gte=begun).iterator():
        yield lapse_of(
            thing,
            "built",
            say(
                "It runs since {day}; the Measures are in force since {begun}.",
                day=str(thing.running_since),
                begun=str(begun),
            ),
        )
