"""Cases of the monitors of infrastructure."""

from collections.abc import Iterator
from datetime import datetime

from banyan.acts.door import perform
from banyan.infrastructure.acts import centres, systems
from banyan.infrastructure.models import DataCentre, System
from tests import province
from tests.monitor_cases.case import Case, a, in_days


def _centre_is_late() -> Iterator[datetime]:
    managing = province.body("电子政务管理部门", kind="managing_department")
    a("infrastructure.datacentre", state="to_integrate", integrate_by=in_days(10).date())
    late = a("infrastructure.datacentre", state="to_integrate", integrate_by=in_days(-1).date())
    yield in_days(0)
    officer = province.officer(managing, "planning_officer")
    perform(centres.integrate_data_centre, officer, late.pk, answer="已迁入省级政务数据中心")
    assert DataCentre.objects.get(pk=late.pk).state == "integrated"
    yield in_days(0)


def _test_is_old() -> Iterator[datetime]:
    graded = {"state": "live", "grade": 3, "network": "unified", "live_on": in_days(-900).date()}
    a("infrastructure.system", **graded, tested_on=in_days(-30).date())
    late = a("infrastructure.system", **graded, tested_on=in_days(-800).date())
    yield in_days(0)
    officer = province.officer(System.objects.get(pk=late.pk).body, "integrator")
    perform(systems.complete_system, officer, late.pk, tested_on=in_days(0).date())
    yield in_days(0)


def _system_is_on_a_private_network() -> Iterator[datetime]:
    a("infrastructure.system", state="live", network="unified")
    outside = a("infrastructure.system", state="live", network="private")
    yield in_days(0)
    officer = province.officer(System.objects.get(pk=outside.pk).body, "integrator")
    perform(systems.complete_system, officer, outside.pk, network="unified")
    yield in_days(0)


CASES: dict[str, Case] = {
    "infrastructure.centre_is_not_integrated": _centre_is_late,
    "infrastructure.protection_test_is_overdue": _test_is_old,
    "infrastructure.system_is_outside_the_network": _system_is_on_a_private_network,
}
