"""What goes wrong with maintenance: a window passes and nobody closes it."""

from collections.abc import Iterator
from datetime import datetime

from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.kit.sentence import say
from banyan.operations.models import MaintenanceWindow


@monitor("33.2-a", title="Maintenance not closed")
def maintenance_is_not_closed(at: datetime) -> Iterator[Lapse]:
    """Maintenance windows that are over, and of which nobody told how the work ended."""
    rows = MaintenanceWindow.objects.filter(state=MaintenanceWindow.State.ANNOUNCED, ends_at__lt=at)
    for window in rows.select_related("system__body"):
        yield lapse_of(
            window, "window", say("The window is over, and nobody has closed it."), body=window.maintainer.pk
        )
