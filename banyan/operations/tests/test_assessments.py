"""Article 32.3: the security department has third parties assess the risks of systems again and again."""

from datetime import date, timedelta
from typing import Any

import pytest

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Duty, Finding
from banyan.acts.sweep import duty_is_overdue, sweep
from banyan.bodies import acts as bodies
from banyan.infrastructure.acts import systems
from banyan.operations.acts import assessments, units
from banyan.operations.models import Risk, RiskAssessment
from banyan.operations.monitors.assessments import risk_assessment_is_missing
from banyan.operations.tests.scene import CLAUSE, DAY, NOW, Scene, found
from tests import province

pytestmark = pytest.mark.django_db


class Guarded(Scene):
    """The scene with the security department of the province and a unit that it has assess risks."""

    def __init__(self) -> None:
        super().__init__()
        self.department = province.body("省委网信办", kind="security")
        self.guard = province.officer(self.department, "security_officer", "head", "operations_officer")
        self.assessor = province.body("示例测评公司", kind="technical_service_unit")
        self.expert = province.officer(self.assessor, "operations_officer")
        perform(systems.complete_system, self.owner, self.system, grade=3)
        self.live()

    def commission(self, *, qualified: bool = True) -> int:
        """The department commissions the assessor with risk assessment."""
        if qualified:
            made = perform(
                units.report_qualification,
                self.expert,
                kind="assessment",
                certificate="CCRC-示例-1",
                issuer="示例认证机构",
                valid_until=date(2029, 6, 30),
            ).on
            perform(units.confirm_qualification, self.office, made, remark="已核对")
        agreement = perform(
            bodies.conclude_agreement,
            self.guard,
            title="风险评估服务合同",
            mode="purchase",
            supplier=self.assessor.pk,
            ownership_clause=CLAUSE,
            since=DAY,
            until=date(2028, 12, 31),
        ).on
        given: dict[str, Any] = {
            "work": "assess",
            "scope": "风险评估",
            "since": DAY,
            "until": date(2028, 1, 1),
        }
        return perform(units.commission_unit, self.guard, agreement=agreement, **given).on or 0

    def assessment(self) -> RiskAssessment:
        made = perform(
            assessments.commission_assessment,
            self.guard,
            commission=self.commission(),
            system=self.system.pk,
        ).on
        return RiskAssessment.objects.get(pk=made)


def risk(scene: Guarded, assessment: RiskAssessment, level: str, **more: Any) -> Risk:
    given: dict[str, Any] = {
        "level": level,
        "what": "数据库口令过弱",
        "measure": "更换口令并启用双因素",
        **more,
    }
    made = perform(assessments.record_risk, scene.expert, assessment=assessment.pk, **given).on
    return Risk.objects.get(pk=made)


@pytest.mark.norm("32.3-b")
def test_only_a_qualified_unit_assesses_a_system_and_one_at_a_time() -> None:
    scene = Guarded()
    with pytest.raises(Refused) as refused:
        scene.commission(qualified=False)
    assert [one.rule for one in refused.value.refusals] == ["operations.unit_is_qualified"]
    assessment = scene.assessment()
    with pytest.raises(Refused) as refused:
        perform(
            assessments.commission_assessment,
            scene.guard,
            commission=assessment.commission_id,
            system=scene.system.pk,
        )
    assert [one.rule for one in refused.value.refusals] == [
        "operations.one_assessment_of_a_system_is_under_way"
    ]
    perform(assessments.cancel_assessment, scene.guard, assessment, reason="重新安排")
    assert RiskAssessment.objects.get().state == "cancelled"


@pytest.mark.norm("32.3-b")
def test_the_unit_that_runs_a_system_does_not_assess_it() -> None:
    scene = Guarded()
    scene.assessor, scene.expert = scene.cloud, scene.operator
    scene.commissioned()
    with pytest.raises(Refused) as refused:
        scene.assessment()
    assert [one.rule for one in refused.value.refusals] == ["operations.assessor_is_a_third_party"]


@pytest.mark.norm("32.3-b")
def test_a_high_risk_past_its_day_is_a_finding_of_the_body_until_it_is_addressed() -> None:
    scene = Guarded()
    assessment = scene.assessment()
    with pytest.raises(Refused) as refused:
        risk(scene, assessment, "high", remedy_by=DAY + timedelta(days=31))
    assert [one.rule for one in refused.value.refusals] == ["operations.risk_is_addressed_in_time"]
    high = risk(scene, assessment, "high")
    assert high.remedy_by == date(2026, 12, 24)
    risk(scene, assessment, "low")
    assert Duty.objects.filter(noun="operations.risk", closed_at=None).count() == 1
    with clock.at(NOW + timedelta(days=31)):
        sweep([duty_is_overdue])
        finding = Finding.objects.get(noun="operations.risk")
        assert (finding.norm, finding.body) == ("32.3-b", scene.unit.pk)
        perform(assessments.address_risk, scene.owner, high, done="已更换口令，日志第12号")
        sweep([duty_is_overdue])
    finding.refresh_from_db()
    assert finding.state == "closed"


@pytest.mark.norm("32.3-b")
def test_the_report_has_at_least_the_level_of_its_gravest_risk() -> None:
    scene = Guarded()
    assessment = scene.assessment()
    risk(scene, assessment, "medium")
    report: dict[str, Any] = {"assessed_on": DAY, "report": "评估了应用、数据和管理。"}
    with pytest.raises(Refused) as refused:
        perform(assessments.report_assessment, scene.expert, assessment, level="low", **report)
    assert [one.rule for one in refused.value.refusals] == ["operations.level_reaches_its_gravest_risk"]
    perform(assessments.report_assessment, scene.expert, assessment, level="medium", **report)
    assert RiskAssessment.objects.get().state == "reported"


@pytest.mark.norm("32.3-b")
def test_a_live_system_without_an_assessment_in_the_period_is_a_finding_of_the_department() -> None:
    scene = Guarded()
    assert found(risk_assessment_is_missing) == []
    assessment = scene.assessment()
    with clock.at(NOW + timedelta(days=370)):
        (finding,) = found(risk_assessment_is_missing)
        assert (finding.body, finding.object_id) == (scene.department.pk, scene.system.pk)
        given: dict[str, Any] = {"assessed_on": clock.today(), "level": "low", "report": "未发现高风险"}
        perform(assessments.report_assessment, scene.expert, assessment, **given)
        assert found(risk_assessment_is_missing) == []


@pytest.mark.norm("32.3-b")
def test_a_risk_found_not_addressed_is_owed_again_by_its_new_day() -> None:
    scene = Guarded()
    assessment = scene.assessment()
    high = risk(scene, assessment, "high")
    with pytest.raises(Refused):
        perform(assessments.refute_risk, scene.expert, high, reason="尚未报告")
    perform(assessments.address_risk, scene.owner, high, done="已更换口令")
    owed = Duty.objects.filter(noun="operations.risk", object_id=high.pk, closed_at=None)
    assert not owed.exists()
    with pytest.raises(Refused):
        perform(assessments.refute_risk, scene.owner, high, reason="自己不认定")
    with pytest.raises(Refused) as refused:
        perform(
            assessments.refute_risk,
            scene.expert,
            high,
            reason="口令未换",
            remedy_by=DAY + timedelta(days=31),
        )
    assert [one.rule for one in refused.value.refusals] == ["operations.risk_is_addressed_in_time"]
    new = DAY + timedelta(days=5)
    perform(assessments.refute_risk, scene.expert, high, reason="口令未换", remedy_by=new)
    high.refresh_from_db()
    assert (high.state, high.remedy_by, high.refuted_because) == ("open", new, "口令未换")
    assert owed.count() == 1
    with clock.at(NOW + timedelta(days=6)):
        sweep([duty_is_overdue])
        assert Finding.objects.get(noun="operations.risk").body == scene.unit.pk
        perform(assessments.address_risk, scene.owner, high, done="已逐一更换")
        high.refresh_from_db()
        assert high.refuted_because == ""
        perform(assessments.refute_risk, scene.guard, high, reason="日志仍有弱口令")
        high.refresh_from_db()
        assert high.remedy_by == clock.today() + timedelta(days=30), "no day given: the time of the law again"
