"""What goes wrong with sensing resources: set up without a report, access past its end."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.infrastructure.models import SensingAccess, SensingResource
from banyan.kit.sentence import say
from banyan.law.inforce import pack


@monitor("14.3-b", title="Sensing resources set up without a report")
def sensing_is_set_up_without_a_report(at: datetime) -> Iterator[Lapse]:
    """What came into use after the Measures and was never reported."""
    rows = SensingResource.objects.filter(
        state=SensingResource.State.IN_USE, is_stock=True, in_use_since__gte=pack().commencement
    )
    for resource in rows.iterator():
        because = say("It is in use since {day}; nobody reported it.", day=str(resource.in_use_since))
        yield lapse_of(resource, "unreported", because)


@monitor("14.3-c", title="Access to sensing past its end")
def sensing_access_is_past_its_end(at: datetime) -> Iterator[Lapse]:
    """Access that was given until a day that has passed, and that nobody ended."""
    rows = SensingAccess.objects.filter(state=SensingAccess.State.DISPATCHED, until__lt=localdate(at))
    for access in rows.select_related("resource").iterator():
        yield lapse_of(
            access, "access", say("Access was given until {day}.", day=str(access.until)), body=access.unit_id
        )
