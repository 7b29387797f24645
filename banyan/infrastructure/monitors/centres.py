"""What goes wrong with data centres: not integrated in time, built without approval."""

from collections.abc import Iterator
from datetime import datetime

from banyan.acts.monitor import Lapse, monitor
from banyan.infrastructure.models import DataCentre
from banyan.infrastructure.monitors.existing import built_against_the_measures, not_integrated


@monitor("14.2-b", title="Data centres not integrated", ended_by=("infrastructure.integrate_data_centre",))
def centre_is_not_integrated(at: datetime) -> Iterator[Lapse]:
    """Existing data centres whose day of integration has passed."""
    return not_integrated(DataCentre.objects.all(), "centre", at)


@monitor("14.2-a", title="Data centres built without approval")
def centre_is_built_without_approval(at: datetime) -> Iterator[Lapse]:
    """Data centres of units that began to run after the Measures came into force, and that nobody approved."""
    return built_against_the_measures(DataCentre.objects.all(), at)
