"""What goes wrong with data centres: not integrated in time."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, monitor
from banyan.infrastructure.models import DataCentre
from banyan.kit.sentence import say


@monitor("14.2-b", title="Data centres not integrated", ended_by=("infrastructure.integrate_data_centre",))
def centre_is_not_integrated(at: datetime) -> Iterator[Lapse]:
    """Existing data centres whose day of integration has passed."""
    rows = DataCentre.objects.filter(state=DataCentre.State.STOCK, integrate_by__lt=localdate(at))
    for centre in rows.select_related("body").iterator():
        yield Lapse(
            key=f"centre/{centre.pk}",
            body=centre.body_id,
            noun="infrastructure.datacentre",
            object_id=centre.pk,
            title=str(centre),
            because=say("It was to be integrated by {day}.", day=str(centre.integrate_by)),
        )
