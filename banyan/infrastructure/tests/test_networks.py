"""Article 13: one backbone, access works, private networks integrated or retained by a review."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.governed import UnderWay, under_way
from banyan.acts.models import Duty
from banyan.infrastructure.acts import networks
from banyan.infrastructure.models import AccessWork, Network
from banyan.infrastructure.tests.stage import NOW, TODAY, Cast, found, refused_by

pytestmark = pytest.mark.django_db


def _backbone(cast: Cast) -> int:
    agreement = cast.commission(cast.managing)
    return perform(
        networks.establish_backbone, cast.office, name="省电子政务外网骨干网", agreement=agreement
    ).on


def _private(cast: Cast, **more: Any) -> int:
    return perform(networks.enter_private_network, cast.builder, name="渔业专网", **more).on


@pytest.mark.norm("13.1-a")
def test_the_province_has_one_backbone_built_and_run_on_commission() -> None:
    cast = Cast()
    purchase = cast.commission(cast.managing, "purchase")
    assert refused_by(networks.establish_backbone, cast.office, name="骨干网", agreement=purchase) == {
        "infrastructure.backbone_is_run_on_commission"
    }
    agreement = cast.commission(cast.managing)
    perform(networks.establish_backbone, cast.office, name="骨干网", agreement=agreement)
    assert refused_by(networks.establish_backbone, cast.office, name="第二骨干网", agreement=agreement) == {
        "infrastructure.backbone_is_one"
    }
    assert "acts.office_may" in refused_by(
        networks.establish_backbone, cast.city_office, name="市骨干网", agreement=agreement
    )


@pytest.mark.norm("13.1-a")
def test_the_database_holds_one_backbone_whoever_writes() -> None:
    cast = Cast()
    _backbone(cast)
    with pytest.raises(IntegrityError), transaction.atomic(), under_way(UnderWay("tests.round_the_rule")):
        Network.objects.create(kind="backbone", name="第二骨干网", body=cast.city)
    with pytest.raises(IntegrityError), transaction.atomic(), under_way(UnderWay("tests.round_the_rule")):
        Network.objects.create(kind="private", name="专网", body=cast.unit, state="retained")


@pytest.mark.norm("13.1-b")
def test_who_runs_the_backbone_reports_how_it_ran() -> None:
    cast = Cast()
    backbone = _backbone(cast)
    perform(networks.report_operation, cast.operator, backbone, availability="99.95", incidents=1)
    assert str(Network.objects.get().availability) == "99.950"
    assert "acts.office_may" in refused_by(
        networks.report_operation, cast.builder, backbone, availability="99"
    )


@pytest.mark.norm("13.1-c")
def test_a_department_connects_the_units_of_its_region() -> None:
    cast = Cast()
    given: dict[str, Any] = {"access_point": "区行政中心", "bandwidth": 100, "planned_for": TODAY}
    assert refused_by(networks.plan_access, cast.county_office, unit=cast.unit, **given) == {
        "infrastructure.unit_lies_in_ones_region"
    }
    with clock.at(NOW):
        work = perform(networks.plan_access, cast.county_office, unit=cast.bureau, **given).on
        assert refused_by(networks.plan_access, cast.county_office, unit=cast.bureau, **given) == {
            "infrastructure.access_point_is_new"
        }
    with clock.at(NOW + timedelta(days=3)):
        assert found("infrastructure.access_work_is_late") == 1
        late = {"connected_on": TODAY + timedelta(days=9)}
        assert refused_by(networks.record_access, cast.county_office, work, **late) == {
            "infrastructure.connected_in_the_past"
        }
        perform(networks.record_access, cast.county_office, work, connected_on=TODAY + timedelta(days=2))
        assert found("infrastructure.access_work_is_late") == 0
    perform(networks.close_access, cast.county_office, work, reason="搬迁")
    assert AccessWork.objects.get().state == "closed"


@pytest.mark.norm("13.1-c")
def test_the_database_holds_one_access_of_a_unit_at_a_point() -> None:
    cast = Cast()
    row: dict[str, Any] = {"body": cast.county, "unit": cast.bureau, "access_point": "A", "bandwidth": 10}
    with under_way(UnderWay("tests.round_the_rule")):
        AccessWork.objects.create(planned_for=TODAY, **row)
        with pytest.raises(IntegrityError), transaction.atomic():
            AccessWork.objects.create(planned_for=TODAY, **row)


@pytest.mark.norm("13.2-a")
def test_no_new_private_network_is_built() -> None:
    cast = Cast()
    assert refused_by(networks.ask_for_private_network, cast.builder, name="新专网", purpose="自用") == {
        "infrastructure.no_private_network_is_built"
    }


@pytest.mark.norm("13.2-a")
def test_a_private_network_is_integrated_by_its_day_or_found() -> None:
    cast = Cast()
    with clock.at(NOW):
        assert refused_by(
            networks.enter_private_network, cast.builder, name="专网", integrate_by=date(2031, 1, 1)
        ) == {"infrastructure.private_network_is_integrated_in_time"}
        network = _private(cast)
        assert Network.objects.get().integrate_by == date(2029, 11, 24)
        assert found("infrastructure.network_is_not_integrated") == 0
        perform(
            networks.put_off_network, cast.office, network, integrate_by=date(2027, 3, 1), answer="按计划"
        )
    with clock.at(NOW.replace(year=2027, month=3, day=2)):
        assert found("infrastructure.network_is_not_integrated") == 1
        perform(networks.integrate_network, cast.office, network, answer="已并入政务外网")
        assert found("infrastructure.network_is_not_integrated") == 0


@pytest.mark.norm("5.2-b")
def test_a_department_enters_only_for_bodies_of_its_region() -> None:
    cast = Cast()
    perform(networks.enter_private_network, cast.county_office, name="卫健专网", body=cast.bureau)
    assert refused_by(networks.enter_private_network, cast.county_office, name="专网", body=cast.unit) == {
        "infrastructure.entered_by_its_body_or_its_department"
    }


REVIEW: dict[str, Any] = {
    "review_on": TODAY,
    "experts": "张工（省信息中心）、李教授（福州大学）",
    "opinion": "业务实时性要求高",
}


@pytest.mark.norm("13.2-b", "13.2-c")
def test_only_a_review_of_the_provincial_office_retains_a_network_and_only_until_the_next() -> None:
    cast = Cast()
    with clock.at(NOW):
        network = _private(cast)
        perform(networks.ask_retention, cast.builder, network, reason="海上应急通信")
        duty = Duty.objects.get(parameter="private_network.review", closed_at=None)
        assert duty.body == cast.managing.pk
        assert "acts.office_may" in refused_by(
            networks.retain_network, cast.city_office, network, until=date(2027, 1, 1), **REVIEW
        )
        assert refused_by(
            networks.retain_network, cast.office, network, until=date(2029, 1, 1), **REVIEW
        ) == {"infrastructure.retention_ends_with_the_next_review"}
        early = {**REVIEW, "review_on": date(2026, 12, 24)}
        assert refused_by(networks.retain_network, cast.office, network, until=date(2027, 1, 1), **early) == {
            "infrastructure.review_has_been_held"
        }
        perform(networks.retain_network, cast.office, network, until=date(2028, 6, 1), **REVIEW)
        assert found("infrastructure.retention_has_ended") == 0
        assert Duty.objects.get(parameter="private_network.next_review").body == cast.unit.pk
    with clock.at(NOW.replace(year=2028, month=6, day=2)):
        assert found("infrastructure.retention_has_ended") == 1
        perform(networks.ask_retention, cast.builder, network, reason="仍需保留")
        assert found("infrastructure.retention_has_ended") == 0
        assert not Duty.objects.filter(parameter="private_network.next_review", closed_at=None).exists()


@pytest.mark.norm("13.2-b", "13.2-a")
def test_a_network_that_is_not_retained_is_integrated() -> None:
    cast = Cast()
    with clock.at(NOW):
        network = _private(cast)
        perform(networks.ask_retention, cast.builder, network, reason="海上应急通信")
        perform(networks.refuse_retention, cast.office, network, integrate_by=date(2027, 6, 1), **REVIEW)
    row = Network.objects.get()
    assert (row.state, row.integrate_by) == ("to_integrate", date(2027, 6, 1))
