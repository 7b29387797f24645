"""Articles 14, 18.3, 21, 23 and 32: where systems run, how central software is used, how they are protected."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.utils.timezone import localdate

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.errors import Invalid, Refused
from banyan.acts.governed import UnderWay, under_way
from banyan.acts.models import Duty, Entry
from banyan.acts.queries import owed
from banyan.infrastructure.acts import centres, systems
from banyan.infrastructure.models import DataCentre, System
from banyan.infrastructure.tests.stage import NOW, TODAY, Cast, found, refused_by
from banyan.law.inforce import in_force
from banyan.law.tests.trial_packs import write_overlay
from banyan.ledger.models import Leaf
from tests import province

pytestmark = pytest.mark.django_db


def _system(cast: Cast, **more: Any) -> int:
    given: dict[str, Any] = {"code": "S1", "name": "渔业系统", "central": "no", "grade": 2, **more}
    return perform(systems.register_information_system, cast.builder, **given).on


def _live(pk: int, **more: Any) -> None:
    """The system in operation, whatever led there; the gate into operation belongs to another part."""
    with under_way(UnderWay("tests.prepare")):
        system = System.objects.get(pk=pk)
        system.state = "live"
        system.live_on = date(2026, 1, 5)
        for name, value in more.items():
            setattr(system, name, value)
        system.save()


def _centre(cast: Cast) -> int:
    """A government data centre of the province."""
    asked = perform(
        centres.request_data_centre, cast.office, name="省政务数据中心", work="build", reason="统建"
    ).on
    perform(centres.approve_data_centre, cast.office, asked, answer="同意")
    return asked


@pytest.mark.norm("18.3-a")
def test_local_deployment_is_in_a_data_centre_and_a_link_is_tested() -> None:
    cast = Cast()
    monitor = "infrastructure.central_software_is_neither_here_nor_linked"
    centre = _centre(cast)
    local = _system(cast, central="local")
    linked = _system(cast, code="S2", central="linked")
    for pk in (local, linked):
        _live(pk)
    assert found(monitor) == 2
    perform(systems.complete_system, cast.builder, local, centre=centre)
    perform(systems.complete_system, cast.builder, linked, link_tested_on=clock.today())
    assert found(monitor) == 0
    assert System.objects.get(pk=local).centre_id == centre


@pytest.mark.norm("14.1-d")
def test_a_county_uses_the_centre_of_its_city_or_the_province() -> None:
    cast = Cast()
    old = perform(
        centres.request_data_centre,
        cast.local,
        name="区卫健机房",
        work="stock",
        reason="存量",
        integrate_by=date(2028, 1, 1),
    ).on
    given: dict[str, Any] = {"code": "S3", "name": "区卫健系统", "central": "no", "grade": 2}
    system = perform(systems.register_information_system, cast.local, centre=old, **given).on
    _live(system)
    assert found("infrastructure.county_system_is_hosted_in_the_county") == 1
    perform(systems.complete_system, cast.local, system, centre=_centre(cast))
    assert found("infrastructure.county_system_is_hosted_in_the_county") == 0
    perform(centres.integrate_data_centre, cast.county_office, old, answer="已迁入省级中心")
    assert refused_by(systems.complete_system, cast.local, system, centre=old) == {
        "infrastructure.centre_is_approved_or_stock"
    }


@pytest.mark.norm("32.1-a", "32.1-c")
def test_a_system_of_level_three_is_tested_again_every_year() -> None:
    cast = Cast()
    with clock.at(NOW):
        system = _system(cast, grade=3)
        _live(system, filing_number="公备1号", tested_on=date(2025, 11, 1))
        assert found("infrastructure.protection_test_is_overdue") == 1
        assert refused_by(
            systems.record_protection_test, cast.builder, system, tested_on=date(2026, 12, 1), result="符合"
        ) == {"infrastructure.tested_on_a_day_past"}
        perform(systems.record_protection_test, cast.builder, system, tested_on=TODAY, result="基本符合")
        assert found("infrastructure.protection_test_is_overdue") == 0
    assert System.objects.get().test_again_by == date(2027, 11, 24)


@pytest.mark.norm("32.1-a", "32.1-c")
def test_each_test_closes_the_duty_that_it_was_due_and_opens_the_next() -> None:
    cast = Cast()
    with clock.at(NOW):
        system = _system(cast, grade=3)
        _live(system, filing_number="公备1号")
        perform(systems.record_protection_test, cast.builder, system, tested_on=TODAY, result="符合")
        (first,) = owed(cast.builder)
        assert (first.parameter, first.body, localdate(first.due_at)) == (
            "protection.test.level_3",
            cast.unit.pk,
            date(2027, 11, 24),
        )
        perform(systems.complete_system, cast.builder, system, endpoint="https://yy.example.cn")
        assert list(owed(cast.builder)) == [first]
    with clock.at(NOW.replace(year=2027, day=24)):
        assert found("infrastructure.protection_test_is_overdue") == 0
    with clock.at(NOW.replace(year=2027, day=25)):
        assert found("infrastructure.protection_test_is_overdue") == 1
        assert found("acts.duty_is_overdue") == 0
        tested = date(2027, 11, 25)
        perform(systems.record_protection_test, cast.builder, system, tested_on=tested, result="符合")
        assert found("infrastructure.protection_test_is_overdue") == 0
        (second,) = owed(cast.builder)
        assert localdate(second.due_at) == System.objects.get().test_again_by == date(2028, 11, 27)
    assert Duty.objects.get(pk=first.pk).closed_at is not None


@pytest.mark.norm("32.1-a", "32.1-c")
def test_the_clock_of_the_next_test_follows_level_and_state() -> None:
    cast = Cast()
    with clock.at(NOW):
        system = _system(cast, grade=2)
        _live(system, filing_number="公备1号", tested_on=TODAY)
        perform(systems.complete_system, cast.builder, system, endpoint="https://yy.example.cn")
        assert not owed(cast.builder)
        perform(systems.complete_system, cast.builder, system, grade=4)
        assert [one.parameter for one in owed(cast.builder)] == ["protection.test.level_4"]
        perform(systems.complete_system, cast.builder, system, grade=3)
        assert [one.parameter for one in owed(cast.builder)] == ["protection.test.level_3"]
        perform(systems.retire_system, cast.builder, system)
        assert not owed(cast.builder)


@pytest.mark.norm("14.2-b")
def test_an_existing_centre_is_integrated_by_its_day_within_the_bound_of_the_law() -> None:
    cast = Cast()
    given: dict[str, Any] = {"name": "机房", "work": "stock", "reason": "存量"}
    with clock.at(NOW):
        assert refused_by(
            centres.request_data_centre, cast.builder, integrate_by=date(2032, 1, 1), **given
        ) == {"infrastructure.centre_is_integrated_in_time"}
        made = perform(centres.request_data_centre, cast.builder, integrate_by=date(2026, 12, 1), **given).on
        perform(centres.put_off_data_centre, cast.office, made, integrate_by=date(2027, 2, 1), answer="分批")
    with clock.at(NOW.replace(year=2027, month=2, day=2)):
        assert found("infrastructure.centre_is_not_integrated") == 1
        perform(centres.integrate_data_centre, cast.office, made, answer="已迁入")
        assert found("infrastructure.centre_is_not_integrated") == 0
    assert DataCentre.objects.get().integrated_on == date(2027, 2, 2)


@pytest.mark.norm("5.2-b")
def test_a_department_enters_for_another_only_what_exists() -> None:
    cast = Cast()
    new: dict[str, Any] = {"name": "机房", "work": "build", "reason": "新建", "body": cast.unit}
    assert refused_by(centres.request_data_centre, cast.office, **new) == {
        "infrastructure.only_stock_is_entered_for_another"
    }
    given: dict[str, Any] = {"code": "S9", "name": "系统", "central": "no", "body": cast.bureau}
    integrator = province.officer(cast.county, "integrator")
    assert refused_by(systems.register_information_system, integrator, **given) == {
        "infrastructure.system_is_entered_by_its_body_or_its_department"
    }
    perform(systems.register_information_system, integrator, is_stock=True, **given)


@pytest.mark.norm("3.1-f", "32.1-c")
def test_when_the_time_for_audit_logs_rises_a_live_system_below_it_is_found_until_it_keeps_them_longer(
    tmp_path: Path,
) -> None:
    cast, monitor = Cast(), "infrastructure.audit_log_is_kept_too_short"
    system = _system(cast)
    _live(system, audit_log="日志审计平台", audit_months=6)
    longer = (
        "[log.network_retention]\nvalues = ["
        '{ value = 6, until = 2026-12-31, source = "cybersecurity", certainty = "V" },'
        '{ value = 12, from = 2027-01-01, source = "editor", certainty = "A" }]'
    )
    with in_force(write_overlay(tmp_path, parameters__toml=longer)):
        assert found(monitor) == 0
        with clock.at(NOW.replace(year=2027, month=1, day=4)):
            assert found(monitor) == 1
            assert refused_by(systems.complete_system, cast.builder, system, audit_months=11) == {
                "infrastructure.live_system_keeps_its_audit_log"
            }
            perform(systems.complete_system, cast.builder, system, audit_months=12)
            assert found(monitor) == 0


def test_of_a_system_marked_secret_no_digest_is_kept() -> None:
    with pytest.raises(Refused) as refused:
        _system(Cast(), name="指挥系统（机密★）")
    assert {one.rule for one in refused.value.refusals} == {"infrastructure.no_secret_system_enters"}
    assert b"digest" not in bytes(
        Leaf.objects.get(pk=Entry.objects.get(pk=refused.value.entry or 0).leaf).data
    )


@pytest.mark.parametrize("level", [0, 6, 9, "²", 10**20])
def test_a_protection_level_is_from_one_to_five(level: object) -> None:
    cast = Cast()
    with pytest.raises(Invalid) as invalid:
        _system(cast, grade=level)
    assert set(invalid.value.fields) == {"grade"}
    assert not System.objects.exists()


def test_what_is_left_empty_stays_and_what_is_given_replaces() -> None:
    cast = Cast()
    first, second = (
        province.published_resource(cast.unit, name=f"资源{number}").pk for number in ("甲", "乙")
    )
    pk = _system(cast, interface="https://unit.example/api")
    complete: dict[str, Any] = {"endpoint": "http://10.1.2.3/health", "audit_months": 6, "resources": [first]}
    perform(systems.complete_system, cast.builder, pk, **complete)
    perform(systems.complete_system, cast.builder, pk, endpoint="", audit_months=None, resources=[])
    system = System.objects.get(pk=pk)
    assert (system.endpoint, system.audit_months, system.grade) == ("http://10.1.2.3/health", 6, 2)
    assert [one.pk for one in system.resources.all()] == [first]
    perform(systems.complete_system, cast.builder, pk, audit_months=12, resources=[second])
    system.refresh_from_db()
    assert (system.endpoint, system.audit_months) == ("http://10.1.2.3/health", 12)
    assert [one.pk for one in system.resources.all()] == [second]


@pytest.mark.norm("23.1-a")
@pytest.mark.parametrize(
    "address",
    [
        "内网地址",
        "ftp://xt.example",
        "https://",
        "https://用户:密@xt.example",
        "http://xt.example:22",
        "xt.example",
    ],
)
def test_an_endpoint_is_an_address_that_a_probe_could_call(address: str) -> None:
    cast = Cast()
    pk = _system(cast)
    with pytest.raises(Refused) as refused:
        perform(systems.complete_system, cast.builder, pk, endpoint=address)
    assert {one.rule for one in refused.value.refusals} == {"infrastructure.endpoint_can_be_called"}
    assert System.objects.get(pk=pk).endpoint == ""


@pytest.mark.norm("3.1-c", "32.1-a")
def test_an_interface_is_added_later_and_nothing_is_filed_on_a_day_to_come() -> None:
    cast = Cast()
    with clock.at(NOW):
        system = _system(cast)
        perform(systems.complete_system, cast.builder, system, interface="https 接口", filed_on=TODAY)
        assert refused_by(systems.complete_system, cast.builder, system, filed_on=date(2026, 12, 1)) == {
            "infrastructure.what_it_shows_was_done_on_days_past"
        }
    assert System.objects.get().interface == "https 接口"
