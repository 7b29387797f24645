"""Article 32.1: each system is checked against the controls of its level, and what is lacking is put right in time."""

from datetime import date, timedelta
from typing import Any

import pytest

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Duty, Finding
from banyan.acts.sweep import duty_is_overdue, sweep
from banyan.infrastructure.acts import systems
from banyan.operations.acts import protection
from banyan.operations.models import ProtectionCheck, ProtectionControl
from banyan.operations.monitors.protection import protection_check_is_missing
from banyan.operations.queries.protection import latest_controls
from banyan.operations.tests.scene import DAY, NOW, Scene, found
from tests import province

pytestmark = pytest.mark.django_db
LACK: dict[str, Any] = {"lacking": "未部署入侵检测", "found_by": "test", "remedy": "采购并部署"}


def begun(scene: Scene) -> ProtectionCheck:
    made = perform(protection.begin_protection_check, scene.owner, system=scene.system.pk).on
    return ProtectionCheck.objects.get(pk=made)


def refused_by(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.rule for one in refused.value.refusals]


@pytest.mark.norm("32.1-c")
def test_a_check_asks_for_every_control_of_the_level_and_is_concluded_only_when_each_is_recorded() -> None:
    scene = Scene()
    check = begun(scene)
    controls = list(check.controls.order_by("pk"))
    assert [one.category for one in controls] == list(ProtectionControl.Category.values)
    with pytest.raises(Refused) as refused:
        perform(protection.conclude_protection_check, scene.owner, check, result="已自查")
    assert refused_by(refused) == ["operations.every_control_is_recorded"]
    for one in controls[1:]:
        perform(protection.record_control_met, scene.owner, one, evidence="制度和配置截图")
    perform(protection.record_control_lacking, scene.owner, controls[0], **LACK)
    perform(protection.conclude_protection_check, scene.owner, check, result="一类不符合")
    assert ProtectionCheck.objects.get().met == "9 / 10"
    shown = latest_controls(scene.system, scene.owner)
    assert [one.state for one in shown] == ["lacking", *["met"] * 9]


@pytest.mark.norm("32.1-c")
def test_the_controls_follow_from_the_level_and_no_level_has_none() -> None:
    scene = Scene()
    perform(systems.complete_system, scene.owner, scene.system, grade=1)
    categories = set(begun(scene).controls.values_list("category", flat=True))
    assert set(ProtectionControl.Category.values) - categories == {"management_centre"}
    scene.system = scene.registered("S2")
    perform(systems.complete_system, scene.owner, scene.system, grade=5)
    with pytest.raises(Refused) as refused:
        begun(scene)
    assert refused_by(refused) == ["operations.level_has_its_controls"]


@pytest.mark.norm("32.1-c")
def test_a_lack_is_a_duty_until_its_day_and_then_a_finding_that_ends_when_it_is_put_right() -> None:
    scene = Scene()
    control = begun(scene).controls.first()
    assert control
    late = DAY + timedelta(days=91)
    with pytest.raises(Refused) as refused:
        perform(protection.record_control_lacking, scene.owner, control, **LACK, remedy_by=late)
    assert refused_by(refused) == ["operations.lack_is_remedied_in_time"]
    by = DAY + timedelta(days=30)
    perform(protection.record_control_lacking, scene.owner, control, **LACK, remedy_by=by)
    duty = Duty.objects.get(parameter="protection.remedy", closed_at=None)
    assert (duty.body, duty.norm) == (scene.unit.pk, "32.1-c")
    assert duty.due_at.date() == by
    with clock.at(NOW + timedelta(days=31)):
        sweep([duty_is_overdue])
        finding = Finding.objects.get(noun="operations.protectioncontrol")
        assert (finding.norm, finding.body, finding.state) == ("32.1-c", scene.unit.pk, "open")
        perform(protection.put_control_right, scene.owner, control, evidence="部署记录")
        sweep([duty_is_overdue])
    finding.refresh_from_db()
    assert finding.state == "closed"


@pytest.mark.norm("32.1-c")
def test_a_later_test_brings_a_lack_to_what_was_met() -> None:
    scene = Scene()
    control = begun(scene).controls.first()
    assert control
    perform(protection.record_control_met, scene.owner, control, evidence="机房照片")
    perform(protection.record_control_lacking, scene.owner, control, **LACK)
    control.refresh_from_db()
    assert (control.state, control.remedy_by) == ("lacking", date(2027, 2, 22))


@pytest.mark.norm("32.1-c")
def test_a_live_system_without_a_whole_check_in_the_period_is_found() -> None:
    scene = Scene()
    scene.live()
    assert found(protection_check_is_missing) == []
    with clock.at(NOW + timedelta(days=740)):
        check = begun(scene)
        (finding,) = found(protection_check_is_missing)
        assert finding.body == scene.unit.pk
        for one in check.controls.all():
            perform(protection.record_control_met, scene.owner, one, evidence="核查记录")
        perform(protection.conclude_protection_check, scene.owner, check, result="全部符合")
        assert found(protection_check_is_missing) == []


@pytest.mark.norm("32.1-c")
def test_the_unit_that_runs_a_system_records_its_controls_and_a_stranger_does_not() -> None:
    scene = Scene()
    scene.commissioned()
    made = perform(protection.begin_protection_check, scene.operator, system=scene.system.pk).on
    control = ProtectionControl.objects.filter(check_round=made).first()
    assert control
    stranger = province.officer(province.body("福建省林业局"), "security_officer")
    with pytest.raises(Refused):
        perform(protection.record_control_met, stranger, control, evidence="无")
    perform(protection.record_control_met, scene.operator, control, evidence="机房巡检记录")
