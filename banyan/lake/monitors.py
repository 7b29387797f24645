"""What goes wrong with loads: rows not corrected in time, loads that neither end nor go on."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Count, Min
from django.utils.timezone import localtime

from banyan.acts.due import Due
from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.kit.sentence import say
from banyan.lake.models import Load, QuarantinedRow
from banyan.lake.queries.loads import silent_loads

CORRECT = Due("load.correct", since="published")
STUCK = timedelta(hours=1)


@monitor("17.2-b", title="Bad rows not corrected in time", ended_by=("lake.begin_load",))
def quarantine_is_not_corrected(at: datetime) -> Iterator[Lapse]:
    """Present versions with rows that have waited in quarantine for longer than their custodian has to correct them."""
    waiting = QuarantinedRow.objects.filter(load__state=Load.State.PUBLISHED, settled=False)
    by_load = waiting.values("load").annotate(oldest=Min("since"), number=Count("pk"))
    loads = Load.objects.select_related("resource").in_bulk([one["load"] for one in by_load])
    for one in by_load:
        if CORRECT.last_moment(one["oldest"]).at >= at:
            continue
        load = loads[one["load"]]
        yield Lapse(
            key=f"quarantine/{load.resource_id}",
            body=load.body_id,
            noun="lake.load",
            object_id=load.pk,
            title=str(load.resource),
            because=say(
                "{number} rows wait in quarantine, the oldest since {day}.",
                number=one["number"],
                day=localtime(one["oldest"]).date().isoformat(),
            ),
            facts={"rows": one["number"], "since": one["oldest"].isoformat()},
        )


@monitor("6.1-d", title="Loads that neither end nor go on")
def load_is_stuck(at: datetime) -> Iterator[Lapse]:
    """Loads in check that have given no sign of life for an hour; the next load of the resource fails them."""
    for load in silent_loads(at, STUCK).iterator():
        yield lapse_of(
            load,
            "stuck",
            say(
                "Begun on {moment}, and silent for over an hour.",
                moment=f"{localtime(load.begun_at):%Y-%m-%d %H:%M}",
            ),
        )
