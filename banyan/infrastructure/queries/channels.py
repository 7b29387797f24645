"""Reads of channels and their traffic, and the facts of their rules."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.infrastructure.models import Channel, TrafficReading
from banyan.infrastructure.queries.existing import own_and_unified
from banyan.infrastructure.rules.channels import TrafficFacts


def traffic_facts(on: Channel, asked: Any) -> TrafficFacts:
    """What the rules of reading and closing a channel may know."""
    return TrafficFacts(
        pk=on.pk,
        moved=on.moved,
        into=str(on.into or ""),
        read_that_day=on.readings.filter(day=asked.day).exists() if asked.day else False,
        today=clock.today(),
    )


def planned_share(channel: Channel, day: date) -> int:
    """How much of the traffic should have moved by this day: evenly from its entry to its day of integration."""
    if not channel.integrate_by or not channel.entered_on:
        return 0
    whole = (channel.integrate_by - channel.entered_on).days
    passed = (day - channel.entered_on).days
    return 100 if whole <= 0 else max(0, min(100, 100 * passed // whole))


def unified_channels(on: Any, actor: Actor) -> QuerySet[Channel]:
    return Channel.objects.filter(state=Channel.State.RUNNING)


def readings(channel: Channel, actor: Actor) -> QuerySet[TrafficReading]:
    return channel.readings.order_by("-day")


def visible_channels(actor: Actor) -> QuerySet[Channel]:
    return Channel.objects.filter(own_and_unified(actor)).select_related("body", "into")
