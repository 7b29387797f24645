"""What goes wrong with channels: behind their plan, not moved in time, built against the Measures."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.infrastructure.models import Channel
from banyan.infrastructure.monitors.existing import built_against_the_measures, not_integrated
from banyan.infrastructure.queries.channels import planned_share
from banyan.kit.sentence import say
from banyan.law.inforce import pack


@monitor("20.2-b", title="Channels not moved")
def channel_is_not_moved(at: datetime) -> Iterator[Lapse]:
    """Existing channels whose day of integration has passed."""
    return not_integrated(Channel.objects.all(), "channel", at)


@monitor("20.2-b", title="Channels behind their plan")
def channel_is_behind_its_plan(at: datetime) -> Iterator[Lapse]:
    """Existing channels whose moved traffic lags behind an even move from entry to their day."""
    day = localdate(at)
    slack = pack().parameter("channel.behind_plan", on=day).of(int)
    rows = Channel.objects.filter(state=Channel.State.STOCK, integrate_by__gte=day, moved__lt=100 - slack)
    for channel in rows.iterator():
        planned = planned_share(channel, day)
        if channel.moved + slack < planned:
            because = say(
                "{moved} % has moved; by plan it is {planned} %.", moved=channel.moved, planned=planned
            )
            yield lapse_of(channel, "behind", because)


@monitor("20.2-a", title="Channels built against the Measures")
def channel_is_built_against_the_measures(at: datetime) -> Iterator[Lapse]:
    """Channels of units that began to run after the Measures came into force."""
    return built_against_the_measures(Channel.objects.all(), at)
