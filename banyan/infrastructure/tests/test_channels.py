"""Article 20: no new private channels; those that exist move, with the traffic moved as the figure."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.governed import UnderWay, under_way
from banyan.infrastructure.acts import channels
from banyan.infrastructure.models import Channel, TrafficReading
from banyan.infrastructure.tests.stage import NOW, TODAY, Cast, found, refused_by

pytestmark = pytest.mark.django_db


def _entered(cast: Cast, **more: Any) -> int:
    given: dict[str, Any] = {
        "name": "渔业服务网",
        "kind": "website",
        "address": "https://yuye.example.cn",
        **more,
    }
    return perform(channels.enter_channel, cast.builder, **given).on


@pytest.mark.norm("20.1-a", "20.2-a")
def test_departments_build_channels_and_units_build_none() -> None:
    cast = Cast()
    assert refused_by(channels.register_channel, cast.builder, name="渔业通", kind="app") == {
        "infrastructure.unit_builds_no_channel_of_its_own"
    }
    perform(
        channels.register_channel, cast.county_office, name="鼓楼服务热线", kind="hotline", address="12345"
    )
    assert Channel.objects.get().state == "running"


@pytest.mark.norm("20.2-b")
def test_a_channel_moves_by_readings_and_closes_only_when_all_its_traffic_has_moved() -> None:
    cast = Cast()
    with clock.at(NOW):
        portal = perform(channels.register_channel, cast.office, name="闽政通", kind="app").on
        channel = _entered(cast, integrate_by=TODAY + timedelta(days=100))
        assert refused_by(
            channels.enter_channel, cast.builder, name="X", kind="app", integrate_by=date(2031, 1, 1)
        ) == {"infrastructure.channel_moves_in_time"}
        assert refused_by(channels.record_traffic, cast.builder, channel, day=TODAY, moved=120) == {
            "infrastructure.reading_is_a_share_of_a_day_past"
        }
        perform(channels.record_traffic, cast.builder, channel, day=TODAY, moved=10, into=portal)
        assert refused_by(channels.record_traffic, cast.builder, channel, day=TODAY, moved=20) == {
            "infrastructure.reading_is_a_share_of_a_day_past"
        }
        assert found("infrastructure.channel_is_behind_its_plan") == 0
        assert refused_by(channels.integrate_channel, cast.office, channel, answer="关停") == {
            "infrastructure.traffic_has_moved"
        }
    with clock.at(NOW + timedelta(days=50)):
        assert found("infrastructure.channel_is_behind_its_plan") == 1
        perform(channels.record_traffic, cast.builder, channel, day=TODAY + timedelta(days=50), moved=45)
        assert found("infrastructure.channel_is_behind_its_plan") == 0
    with clock.at(NOW + timedelta(days=101)):
        assert found("infrastructure.channel_is_not_moved") == 1
        perform(channels.record_traffic, cast.builder, channel, day=TODAY + timedelta(days=101), moved=100)
        perform(channels.integrate_channel, cast.office, channel, answer="已关停")
        assert found("infrastructure.channel_is_not_moved") == 0
    assert list(TrafficReading.objects.order_by("day").values_list("moved", flat=True)) == [10, 45, 100]


@pytest.mark.norm("20.2-b")
def test_an_older_reading_does_not_take_the_place_of_a_newer_one() -> None:
    cast = Cast()
    with clock.at(NOW):
        channel = _entered(cast)
        perform(channels.record_traffic, cast.builder, channel, day=TODAY, moved=30)
        perform(channels.record_traffic, cast.builder, channel, day=TODAY - timedelta(days=9), moved=5)
    assert Channel.objects.get(pk=channel).moved == 30


@pytest.mark.norm("20.2-b")
def test_the_database_holds_one_reading_a_day_and_no_more_than_all() -> None:
    cast = Cast()
    with under_way(UnderWay("tests.round_the_rule")):
        channel = Channel.objects.create(name="网站", kind="website", body=cast.unit, state="to_integrate")
        TrafficReading.objects.create(channel=channel, day=TODAY, moved=10)
        with pytest.raises(IntegrityError), transaction.atomic():
            TrafficReading.objects.create(channel=channel, day=TODAY, moved=20)
        with pytest.raises(IntegrityError), transaction.atomic():
            TrafficReading.objects.create(channel=channel, day=TODAY - timedelta(days=1), moved=120)
