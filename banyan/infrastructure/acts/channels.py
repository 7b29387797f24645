"""Service channels: unified ones registered, those of units moved into them (article 20)."""

from datetime import date, datetime
from typing import Annotated, Any

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask, Name
from banyan.infrastructure.acts.existing import (
    DEPARTMENT,
    ENTERING,
    OWN,
    Plan,
    Since,
    Until,
    Whose,
    as_stock,
    integrating,
    putting_off,
    whose,
)
from banyan.infrastructure.models import Channel, TrafficReading
from banyan.infrastructure.queries import channels as queries
from banyan.infrastructure.queries import existing
from banyan.infrastructure.rules import channels as rules
from banyan.infrastructure.rules import existing as entering

Address = Annotated[str, Ask(label="Address or number", longest=300)]
Into = Annotated[Channel | None, Ask(label="Moves to", choices=queries.unified_channels)]


@act(
    under=("20.1-a", "20.2-a"),
    by=OWN,
    on=Channel,
    moves="-> running",
    facts=existing.entry_facts,
    rules=[rules.unit_builds_no_channel_of_its_own],
    title="Register channel",
    says="{by} registered the channel {name}",
)
def register_channel(
    *, name: Name, kind: Channel.Kind, address: Address = "", by: Any, at: datetime
) -> Channel:
    """Register a unified channel that a managing department plans and builds for all units of its level."""
    today = localdate(at)
    return Channel.objects.create(
        body_id=whose(by), name=name, kind=kind, address=address, running_since=today, entered_on=today
    )


@act(
    under="20.2-b",
    by=ENTERING,
    on=Channel,
    moves="-> to_integrate",
    facts=existing.entry_facts,
    rules=[entering.entered_by_its_body_or_its_department, rules.channel_moves_in_time],
    title="Enter existing channel",
    says="{by} entered the channel {name}, to be moved",
)
def enter_channel(
    *,
    name: Name,
    kind: Channel.Kind,
    address: Address = "",
    body: Whose = None,
    running_since: Since = None,
    integrate_by: Until = None,
    plan: Plan = "",
    into: Into = None,
    by: Any,
) -> Channel:
    """Enter a channel of a unit that exists, with its plan of moving to a unified channel."""
    stock = as_stock(by, body, running_since, integrate_by, plan)
    return Channel.objects.create(name=name, kind=kind, address=address, into=into, **stock)


@act(
    under="20.2-b",
    by=f"body : planning_officer, integrator, administrator, head | {DEPARTMENT}",
    on=Channel,
    moves="to_integrate",
    facts=queries.traffic_facts,
    rules=[rules.reading_is_a_share_of_a_day_past],
    title="Record traffic moved",
    says="{by} recorded that {moved} % of the traffic of {on} had moved by {day}",
)
def record_traffic(
    channel: Channel,
    *,
    day: date,
    moved: Annotated[int, Ask(label="Traffic moved (%)")],
    into: Into = None,
) -> None:
    """Record which share of visits or calls the unified channel takes, as read on a day."""
    TrafficReading.objects.create(channel=channel, day=day, moved=moved)
    channel.into = into or channel.into
    if channel.moved_on is None or day >= channel.moved_on:
        channel.moved = moved
        channel.moved_on = day


integrate_channel = integrating(
    "channel", Channel, "20.2-b", facts=queries.traffic_facts, rules=[rules.traffic_has_moved]
)
put_off_channel = putting_off("channel", Channel, "20.2-b", rules.channel_moves_in_time)
