"""Cases of the monitors of operations."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.infrastructure.models import System
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack
from banyan.operations.acts import backups, drills, incidents, service, suppliers, units
from banyan.operations.measuring.keeping import Taken, keep
from banyan.operations.monitors.measured import ENOUGH_READINGS
from tests import province
from tests.monitor_cases.case import Case, a, in_days, let, on_day


def _a_job(**as_it_stands: object) -> Any:
    """The backup of a system in operation."""
    job = a("operations.backupjob", **as_it_stands)
    let(job.system, state="live", network="unified")
    return job


def _backup_is_old() -> Iterator[datetime]:
    _a_job(last_at=in_days(0))
    _a_job(last_at=in_days(-30), state="ended")
    job = _a_job(last_at=in_days(-30))
    yield in_days(0)
    perform(backups.record_backup, province.officer(job.system.body, "integrator"), job.pk)
    yield in_days(0)


def _restore_was_tested_long_ago() -> Iterator[datetime]:
    months = pack().parameter("backup.restore_test", on=on_day(0)).of(int)
    last = months_after(on_day(0), -months)
    _a_job(restored_on=last)
    job = _a_job(restored_on=last - timedelta(days=1), last_at=in_days(0))
    yield in_days(0)
    officer = province.officer(job.system.body, "integrator")
    perform(backups.record_restore_test, officer, job.pk, tested_on=on_day(0))
    yield in_days(0)


def _backup_stands_with_a_former_supplier() -> Iterator[datetime]:
    former = a("operations.backupsupplier", state="ended")
    _a_job()
    _a_job(supplier=former, state="ended")
    job = _a_job(supplier=former)
    yield in_days(0)
    perform(suppliers.move_backup, province.officer(job.system.body, "integrator"), job.pk)
    yield in_days(0)


def _body_took_part_in_no_drill() -> Iterator[datetime]:
    live = {"state": "live", "network": "unified"}
    a("infrastructure.system", **live, live_on=on_day(-30))
    for state in ("took_part", "called"):
        body = a("infrastructure.system", **live, live_on=on_day(-800)).body
        part = a("operations.drillpart", state=state, body=body)
        let(part.drill, state="fixed", held_on=on_day(-1))
    yield in_days(0)
    perform(drills.confirm_part, province.officer(body, "head"), part.pk, did="切换业务并核对数据")
    yield in_days(0)


def _drill_was_not_recorded() -> Iterator[datetime]:
    a("operations.drill", planned_on=on_day(0))
    a("operations.drill", planned_on=on_day(-1), state="held")
    late = a("operations.drill", planned_on=on_day(-1))
    yield in_days(0)
    perform(drills.cancel_drill, province.officer(late.organiser, "head"), late.pk, reason="台风")
    yield in_days(0)


def _maintenance_was_not_closed() -> Iterator[datetime]:
    a("operations.maintenancewindow", begins_at=in_days(-1), ends_at=in_days(1))
    past = {"begins_at": in_days(-2), "ends_at": in_days(-1)}
    a("operations.maintenancewindow", **past, state="done")
    late = a("operations.maintenancewindow", **past)
    yield in_days(0)
    officer = province.officer(late.system.body, "operations_officer")
    perform(incidents.close_maintenance, officer, late.pk, result="已升级")
    yield in_days(0)


def _agreed(**as_it_stands: object) -> Any:
    """What is agreed of a system in operation: 99.5 percent available, answers within 500 ms."""
    level = a("operations.servicelevel", since=on_day(-90), **as_it_stands)
    let(level.system, state="live", network="unified")
    return level


def _measure(system: System, up: int, down: int = 0, ms: int = 100, hour: int = 0) -> None:
    """So many readings up, then so many down, one a minute, from this hour of yesterday on."""
    begin = clock.midnight(on_day(-1)) + timedelta(hours=hour)
    keep(
        Taken(system.pk, begin + timedelta(minutes=n), n < up, ms if n < up else None)
        for n in range(up + down)
    )


def _system_was_too_little_available() -> Iterator[datetime]:
    _measure(_agreed().system, up=20)
    _measure(_agreed().system, up=0, down=ENOUGH_READINGS - 1)
    _measure(_agreed(state="ended").system, up=0, down=20)
    level = _agreed()
    _measure(level.system, up=ENOUGH_READINGS - 1, down=1)
    yield in_days(0)
    _measure(level.system, up=300, hour=12)
    yield in_days(0)


def _answers_were_slow() -> Iterator[datetime]:
    _measure(_agreed().system, up=20, ms=500)
    _measure(_agreed().system, up=ENOUGH_READINGS - 1, ms=501)
    level = _agreed()
    _measure(level.system, up=20, ms=501)
    yield in_days(0)
    _measure(level.system, up=700, hour=12)
    yield in_days(0)


def _nobody_measured_the_system() -> Iterator[datetime]:
    keep([Taken(_agreed().system.pk, in_days(0), up=True, ms=100)])
    let(_agreed().system, state="suspended")
    a("operations.servicelevel", since=on_day(0))
    level = _agreed()
    yield in_days(0)
    keep([Taken(level.system.pk, in_days(0), up=True, ms=100)])
    yield in_days(0)


def _service_was_not_rated() -> Iterator[datetime]:
    a("operations.commission", since=on_day(-30))
    rated = a("operations.rating", since=on_day(-500))
    let(rated.commission, since=on_day(-500))
    commission = a("operations.commission", since=on_day(-500))
    yield in_days(0)
    officer = province.officer(commission.agreement.body, "head")
    perform(service.rate_service, officer, commission.pk, score=4, remark="响应及时")
    yield in_days(0)


def _unit_is_no_longer_qualified() -> Iterator[datetime]:
    managing = province.body("电子政务管理部门", kind="managing_department")
    for until in (on_day(0), on_day(-1)):
        unit = a("operations.commission").agreement.supplier
        a("operations.qualification", unit=unit, state="checked", valid_until=until)
    renewed = a("operations.qualification", unit=unit, state="reported", valid_until=on_day(365))
    yield in_days(0)
    officer = province.officer(managing, "operations_officer")
    perform(units.confirm_qualification, officer, renewed.pk, remark="已在发证机构网站核对")
    yield in_days(0)


def _commission_ran_out() -> Iterator[datetime]:
    a("operations.commission", until=on_day(0))
    a("operations.commission", until=on_day(-1), state="ended")
    late = a("operations.commission", until=on_day(-1))
    yield in_days(0)
    officer = province.officer(late.agreement.body, "operations_officer")
    perform(units.end_commission, officer, late.pk, reason="到期")
    yield in_days(0)


CASES: dict[str, Case] = {
    "operations.backup_is_too_old": _backup_is_old,
    "operations.restore_test_is_overdue": _restore_was_tested_long_ago,
    "operations.backup_is_with_a_former_supplier": _backup_stands_with_a_former_supplier,
    "operations.drill_is_missing": _body_took_part_in_no_drill,
    "operations.drill_is_not_recorded": _drill_was_not_recorded,
    "operations.maintenance_is_not_closed": _maintenance_was_not_closed,
    "operations.availability_is_below_agreed": _system_was_too_little_available,
    "operations.answers_are_slower_than_agreed": _answers_were_slow,
    "operations.level_is_not_measured": _nobody_measured_the_system,
    "operations.rating_is_missing": _service_was_not_rated,
    "operations.qualification_has_expired": _unit_is_no_longer_qualified,
    "operations.commission_has_run_out": _commission_ran_out,
}
