"""What goes wrong with drills: a body takes part in none."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.kit.sentence import say
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack
from banyan.operations.models import Drill
from banyan.operations.queries.drills import undrilled


@monitor("37.1-b", title="No drill in the period")
def drill_is_missing(at: datetime) -> Iterator[Lapse]:
    """Bodies with systems in operation that took part in no drill for longer than the law allows."""
    months = pack().parameter("emergency.drill", on=localdate(at)).of(int)
    for body in undrilled(months_after(localdate(at), -months)).iterator():
        yield lapse_of(
            body,
            "drill",
            say("It took part in no drill in the last {months} months.", months=months),
            body=body.pk,
        )


@monitor("32.3-e", title="Drills not recorded")
def drill_is_not_recorded(at: datetime) -> Iterator[Lapse]:
    """Planned drills whose day has passed, and of which nothing is recorded."""
    rows = Drill.objects.filter(state=Drill.State.PLANNED, planned_on__lt=localdate(at))
    for drill in rows.iterator():
        yield lapse_of(
            drill,
            "drill",
            say("Planned for {day}; nothing is recorded.", day=str(drill.planned_on)),
            body=drill.organiser_id,
        )
