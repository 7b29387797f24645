"""Technical service units are qualified, and commissioned for a time (articles 7 and 8)."""

from datetime import date, timedelta
from typing import Any

import pytest

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Duty
from banyan.bodies.acts import end_agreement
from banyan.operations.acts import units
from banyan.operations.models import Qualification
from banyan.operations.monitors.units import commission_has_run_out, qualification_has_expired
from banyan.operations.tests.scene import DAY, NOW, Scene, found
from tests import province

pytestmark = pytest.mark.django_db


def _rules(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {one.rule for one in refused.value.refusals}


def _commission(scene: Scene, agreement: int, **more: Any) -> int:
    given: dict[str, Any] = {
        "work": "run",
        "scope": "运行维护",
        "since": DAY,
        "until": date(2027, 12, 31),
        **more,
    }
    made = perform(units.commission_unit, scene.owner, agreement=agreement, **given).on
    assert made
    return made


@pytest.mark.norm("7.1-a", "7.1-b")
def test_only_a_qualified_unit_is_commissioned() -> None:
    scene = Scene()
    agreement = scene.agreement().pk
    with pytest.raises(Refused) as refused:
        _commission(scene, agreement)
    assert _rules(refused) == {"operations.unit_is_qualified"}
    scene.qualified(kind="security")
    with pytest.raises(Refused) as refused:
        _commission(scene, agreement)
    assert _rules(refused) == {"operations.unit_is_qualified"}
    scene.qualified()
    made = _commission(scene, agreement)
    perform(units.end_commission, scene.owner, made, reason="改由他人承担")


@pytest.mark.norm("7.1-a")
def test_a_certificate_counts_from_its_check_and_the_check_is_due() -> None:
    scene = Scene()
    made = perform(
        units.report_qualification,
        scene.operator,
        kind="operation",
        certificate="ITSS-9",
        issuer="协会",
        valid_until=date(2027, 6, 30),
    ).on
    assert Duty.objects.get(noun="operations.qualification").body == scene.managing.pk
    with pytest.raises(Refused) as refused:
        _commission(scene, scene.agreement().pk)
    assert _rules(refused) == {"operations.unit_is_qualified"}
    with pytest.raises(Refused):
        perform(units.confirm_qualification, scene.operator, made, remark="自行确认")
    perform(units.reject_qualification, scene.office, made, remark="证书与名称不符")
    assert Qualification.objects.get().state == "rejected"
    assert not Duty.objects.filter(closed_at=None).exists()


@pytest.mark.norm("8.1-d", "7.1-b")
def test_a_commission_stays_within_its_agreement_and_the_own_systems() -> None:
    scene = Scene()
    scene.qualified()
    agreement = scene.agreement().pk
    with pytest.raises(Refused) as refused:
        _commission(scene, agreement, until=date(2030, 1, 1))
    assert _rules(refused) == {"operations.commission_lies_within_its_agreement"}
    with pytest.raises(Refused) as refused:
        _commission(scene, agreement, until=DAY - timedelta(days=1))
    assert _rules(refused) == {"operations.commission_ends_after_it_begins"}


@pytest.mark.norm("7.1-a")
def test_an_expired_qualification_under_a_running_commission_is_found_until_it_is_renewed() -> None:
    scene = Scene()
    scene.commissioned()
    assert found(qualification_has_expired) == []
    with clock.at(NOW + timedelta(days=365)):
        (finding,) = found(qualification_has_expired)
        assert finding.body == scene.cloud.pk
        scene.qualified(until=date(2028, 6, 30))
        assert found(qualification_has_expired) == []


@pytest.mark.norm("7.1-b")
def test_a_commission_that_has_run_out_is_found_until_it_is_ended() -> None:
    scene = Scene()
    commission = scene.commissioned()
    with clock.at(NOW + timedelta(days=500)):
        (finding,) = found(commission_has_run_out)
        assert finding.body == scene.unit.pk
        perform(units.end_commission, scene.owner, commission, reason="到期")
        assert found(commission_has_run_out) == []


@pytest.mark.norm("7.1-b", "8.1-d")
def test_a_commission_that_outlives_its_agreement_is_found() -> None:
    scene = Scene()
    commission = scene.commissioned()
    assert not found(commission_has_run_out)
    head = province.officer(scene.unit, "head")
    perform(end_agreement, head, commission.agreement, reason="合作方退出", handed_back="移交单第3号")
    assert [one.object_id for one in found(commission_has_run_out)] == [commission.pk]
    perform(units.end_commission, scene.owner, commission, reason="协议终止")
    assert not found(commission_has_run_out)
