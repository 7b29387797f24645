"""Incidents run from the report to the lesson; maintenance is announced in time (articles 32.3 and 33)."""

from datetime import timedelta
from typing import Any

import pytest

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.errors import Invalid, Refused
from banyan.acts.models import Duty
from banyan.operations.acts import incidents
from banyan.operations.measuring.keeping import Taken, keep
from banyan.operations.models import Incident, MaintenanceWindow, MeasuredDay
from banyan.operations.monitors.incidents import maintenance_is_not_closed
from banyan.operations.tests.scene import DAY, NOW, Scene, found
from tests import province

pytestmark = pytest.mark.django_db


def report(scene: Scene, **more: Any) -> Incident:
    given = {
        "system": scene.system.pk,
        "title": "无法登录",
        "what": "数据库无响应",
        "severity": "general",
        **more,
    }
    return Incident.objects.get(pk=perform(incidents.report_incident, scene.owner, **given).on)


def announce(scene: Scene, **more: Any) -> MaintenanceWindow:
    given = {
        "system": scene.system.pk,
        "what": "升级数据库",
        "day": DAY + timedelta(days=2),
        "hour": 22,
        "hours": 3,
    }
    made = perform(incidents.announce_maintenance, scene.operator, **{**given, **more}).on
    return MaintenanceWindow.objects.get(pk=made)


def _rules(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [one.rule for one in refused.value.refusals]


@pytest.mark.norm("32.3-c", "33.2-a")
def test_an_incident_runs_from_the_report_to_the_lesson_with_its_clocks() -> None:
    scene = Scene()
    scene.commissioned()
    incident = report(scene)
    duty = Duty.objects.get(noun="operations.incident")
    assert (duty.body, duty.due_at) == (scene.cloud.pk, NOW + timedelta(hours=4))
    perform(incidents.take_up_incident, scene.operator, incident)
    perform(incidents.resolve_incident, scene.operator, incident.pk, cause="连接数耗尽", remedy="扩容并限流")
    summary = Duty.objects.get(noun="operations.incident", closed_at=None)
    assert (summary.parameter, summary.body) == ("incident.summary", scene.unit.pk)
    perform(incidents.review_incident, scene.owner, incident.pk, lesson="增加连接数告警")
    incident.refresh_from_db()
    assert (incident.state, incident.resolved_at) == ("reviewed", NOW)
    assert not Duty.objects.filter(noun="operations.incident", closed_at=None).exists()


@pytest.mark.norm("32.3-c")
def test_a_larger_incident_is_graded_by_its_figures_and_reported_to_the_authority() -> None:
    scene = Scene()
    with pytest.raises(Refused) as refused:
        report(scene, records_leaked=2_000_000)
    assert _rules(refused) == ["operations.severity_reaches_what_the_figures_demand"]
    incident = report(scene, records_leaked=2_000_000, severity="large")
    with pytest.raises(Refused) as refused:
        perform(incidents.take_up_incident, scene.owner, incident)
    assert _rules(refused) == ["operations.larger_incident_is_reported_to_the_authority"]
    perform(incidents.take_up_incident, scene.owner, incident, authority_number="闽网信〔2026〕12号")
    with pytest.raises(Refused):
        perform(incidents.regrade_incident, scene.owner, incident.pk, severity="general", loss=30_000_000)
    perform(incidents.regrade_incident, scene.owner, incident.pk, severity="serious", loss=30_000_000)


@pytest.mark.norm("33.2-a")
def test_a_stranger_reports_no_incident_of_the_system() -> None:
    scene = Scene()
    stranger = province.officer(province.body("福建省水利厅"), "head")
    watcher = province.officer(scene.managing, "head")
    given: dict[str, Any] = {
        "system": scene.system.pk,
        "title": "坏了",
        "what": "坏了",
        "severity": "general",
    }
    with pytest.raises(Refused) as refused:
        perform(incidents.report_incident, watcher, **given)
    assert _rules(refused) == ["operations.incident_is_of_a_system_in_charge"]
    with pytest.raises(Invalid, match="no record"):
        perform(incidents.report_incident, stranger, **given)


@pytest.mark.norm("33.2-b")
def test_maintenance_is_announced_in_time_unless_it_is_urgent() -> None:
    scene = Scene()
    scene.commissioned()
    with pytest.raises(Refused) as refused:
        announce(scene, day=DAY, hour=22)
    assert _rules(refused) == ["operations.window_is_announced_in_time"]
    announce(scene, day=DAY, hour=22, urgent_because="高危漏洞")
    window = announce(scene)
    with pytest.raises(Refused) as refused:
        perform(incidents.close_maintenance, scene.operator, window, result="已完成")
    assert _rules(refused) == ["operations.window_has_begun"]
    perform(incidents.withdraw_maintenance, scene.operator, window.pk, result="改期")


@pytest.mark.norm("33.2-a")
def test_what_falls_into_announced_maintenance_does_not_count_and_urgent_work_does() -> None:
    scene = Scene()
    scene.commissioned()
    planned = announce(scene)
    urgent = announce(scene, day=DAY, hour=22, urgent_because="高危漏洞")
    with clock.at(NOW + timedelta(days=4)):
        keep(Taken(scene.system.pk, one.begins_at, up=False, why="timeout") for one in (planned, urgent))
    days = dict(MeasuredDay.objects.values_list("day", "taken"))
    assert days == {DAY: 1, DAY + timedelta(days=2): 0}


@pytest.mark.norm("33.2-a")
def test_maintenance_that_nobody_closes_is_found_until_it_is_closed() -> None:
    scene = Scene()
    scene.commissioned()
    window = announce(scene)
    with clock.at(NOW + timedelta(days=4)):
        (finding,) = found(maintenance_is_not_closed)
        assert finding.body == scene.cloud.pk
        with pytest.raises(Refused):
            perform(incidents.withdraw_maintenance, scene.operator, window, result="改期")
        perform(incidents.close_maintenance, scene.operator, window.pk, result="已升级")
        assert found(maintenance_is_not_closed) == []
