"""What goes wrong with networks: not integrated, retained for too long, built anew, access late."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.infrastructure.models import AccessWork, Network
from banyan.infrastructure.monitors.existing import built_against_the_measures, not_integrated
from banyan.kit.sentence import say


@monitor("13.2-a", title="Private networks not integrated")
def network_is_not_integrated(at: datetime) -> Iterator[Lapse]:
    """Private networks whose day of integration has passed."""
    return not_integrated(Network.objects.all(), "network", at)


@monitor("13.2-a", title="Private networks built against the Measures")
def network_is_built_against_the_measures(at: datetime) -> Iterator[Lapse]:
    """Private networks that began to run after the Measures came into force, and are not integrated."""
    return built_against_the_measures(Network.objects.all(), at)


@monitor("13.2-c", title="Retention of private networks ended")
def retention_has_ended(at: datetime) -> Iterator[Lapse]:
    """Retained networks whose end has come without a new review."""
    rows = Network.objects.filter(state=Network.State.RETAINED, retained_until__lt=localdate(at))
    for network in rows.iterator():
        because = say(
            "It was retained until {day}; no review was asked for.", day=str(network.retained_until)
        )
        yield lapse_of(network, "retained", because)


@monitor("13.1-c", title="Access works late")
def access_work_is_late(at: datetime) -> Iterator[Lapse]:
    """Access works whose planned day has passed."""
    rows = AccessWork.objects.filter(state=AccessWork.State.PLANNED, planned_for__lt=localdate(at))
    for work in rows.select_related("unit").iterator():
        yield lapse_of(work, "access", say("It was planned for {day}.", day=str(work.planned_for)))
