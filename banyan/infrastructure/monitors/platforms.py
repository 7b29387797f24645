"""What goes wrong with platforms: not integrated, built against the Measures, supplier no longer qualified."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.infrastructure.models import Platform
from banyan.infrastructure.monitors.existing import built_against_the_measures, not_integrated
from banyan.kit.sentence import say

STANDING = (Platform.State.PLANNED, Platform.State.RUNNING)


@monitor("19.1-d", title="Platforms not integrated")
def platform_is_not_integrated(at: datetime) -> Iterator[Lapse]:
    """Existing platforms and terminals whose day of integration or interconnection has passed."""
    return not_integrated(Platform.objects.all(), "platform", at)


@monitor("19.1-b", title="Grid platforms built against the Measures")
def grid_platform_is_built_against_the_measures(at: datetime) -> Iterator[Lapse]:
    """Grid platforms of units that began to run after the Measures came into force."""
    grids = (Platform.Kind.GRID, Platform.Kind.SPECIAL_GRID)
    return built_against_the_measures(Platform.objects.filter(kind__in=grids), at)


@monitor("19.1-c", title="Community terminals deployed against the Measures")
def terminals_are_deployed_against_the_measures(at: datetime) -> Iterator[Lapse]:
    """Terminals of single units in communities that were deployed after the Measures came into force."""
    return built_against_the_measures(Platform.objects.filter(kind=Platform.Kind.TERMINAL), at)


@monitor(
    "21.1-b",
    title="Qualification of security suppliers ended",
    ended_by=("infrastructure.renew_qualification",),
)
def qualification_has_ended(at: datetime) -> Iterator[Lapse]:
    """Security bought from a supplier whose qualification is no longer valid."""
    rows = Platform.objects.filter(
        mode=Platform.Mode.PURCHASED, state__in=STANDING, qualified_until__lt=localdate(at)
    )
    for platform in rows.iterator():
        because = say("The supplier was qualified until {day}.", day=str(platform.qualified_until))
        yield lapse_of(platform, "qualified", because)
