"""Security is known before a system goes live: level, classes, audit log, incidents (article 3)."""

import pytest

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.catalogue.models import Resource
from banyan.infrastructure.acts import systems
from banyan.operations.acts import going_live
from banyan.operations.models import Incident
from banyan.operations.tests.scene import Scene
from tests.monitor_cases.case import a, let

pytestmark = pytest.mark.django_db


@pytest.mark.norm("3.1-f")
def test_a_system_goes_live_only_with_its_level_class_audit_and_incidents_settled() -> None:
    scene = Scene()
    system = let(scene.system, grade=0, audit_months=5)
    system.resources.add(Resource.objects.get(pk=a("catalogue.resource", body=scene.unit).pk))
    given = {"title": "页面被篡改", "what": "首页", "severity": "general", "reported_at": clock.now()}
    incident = let(Incident(system=system, reporter=scene.unit, **given))
    with pytest.raises(Refused) as refused:
        perform(going_live.go_live, scene.office, system.pk)
    mine = {
        "protection_is_filed",
        "its_audit_log_is_kept",
        "what_it_produces_is_classified",
        "its_incidents_are_resolved",
    }
    assert {f"operations.{one}" for one in mine} <= {one.rule for one in refused.value.refusals}
    let(Resource.objects.get(systems=system), classification="internal")
    let(incident, state="resolved")
    let(system, grade=3, filing_number="350100-1")
    perform(systems.complete_system, scene.owner, system, audit_months=6)
    with pytest.raises(Refused) as again:
        perform(going_live.go_live, scene.office, system.pk)
    assert not {f"operations.{one}" for one in mine} & {one.rule for one in again.value.refusals}


@pytest.mark.norm("3.1-f")
def test_a_system_in_operation_keeps_its_audit_log_as_long_as_the_law_asks() -> None:
    scene = Scene()
    live = scene.live()
    with pytest.raises(Refused) as refused:
        perform(systems.complete_system, scene.owner, live, audit_months=5)
    assert {one.rule for one in refused.value.refusals} == {"infrastructure.live_system_keeps_its_audit_log"}
    perform(systems.complete_system, scene.owner, live, audit_months=6)
    live.refresh_from_db()
    assert live.audit_months == 6
