"""Cases of the monitors of article 32 on checks, assessments and the mechanism of supervision."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from banyan.acts.door import perform
from banyan.infrastructure.acts import systems
from banyan.operations.acts import assessments, protection
from banyan.supervision.acts import inspections, mechanisms
from tests import province
from tests.monitor_cases.case import Case, a, in_days, let, on_day


def _running(**as_it_stands: object) -> Any:
    """A system that has been in operation for long."""
    return a("infrastructure.system", state="live", network="unified", live_on=on_day(-1000), **as_it_stands)


def _controls_were_not_checked() -> Iterator[datetime]:
    done = {"state": "concluded", "begun_on": on_day(-9), "concluded_on": on_day(-1)}
    a("operations.protectioncheck", **done, system=_running(grade=2), level=2)
    _running(grade=1)
    let(_running(grade=3), live_on=on_day(-30))
    system = _running(grade=3)
    a("operations.protectioncheck", **done, system=system, level=2)
    check = a("operations.protectioncheck", system=system, level=3)
    yield in_days(0)
    officer = province.officer(system.body, "security_officer")
    perform(protection.conclude_protection_check, officer, check.pk, result="已逐项核查")
    yield in_days(0)


def _nobody_assessed_the_risks() -> Iterator[datetime]:
    province.body("省委网信办", kind="security")
    _running(grade=2)
    done = {"state": "reported", "assessed_on": on_day(-30)}
    a("operations.riskassessment", **done, system=_running(grade=3))
    system = _running(grade=3)
    assessment = a("operations.riskassessment", system=system)
    yield in_days(0)
    officer = province.officer(assessment.commission.agreement.supplier, "operations_officer")
    given: dict[str, Any] = {"assessed_on": on_day(0), "level": "low", "report": "未发现高风险"}
    perform(assessments.report_assessment, officer, assessment.pk, **given)
    yield in_days(0)


def _audit_log_is_kept_briefly() -> Iterator[datetime]:
    system = _running(audit_log="日志审计平台", audit_months=5)
    _running(audit_log="日志审计平台", audit_months=6)
    yield in_days(0)
    officer = province.officer(system.body, "integrator")
    perform(systems.complete_system, officer, system.pk, audit_months=12)
    yield in_days(0)


def _nobody_supervises_security() -> Iterator[datetime]:
    department = province.body("省委网信办", kind="security")
    period = {"since": on_day(-10), "until": on_day(300)}
    a("supervision.securitymechanism", **period, state="issued")
    mechanism = a("supervision.securitymechanism", **period, office=department)
    yield in_days(0)
    officer = province.officer(department, "security_officer")
    perform(mechanisms.issue_security_mechanism, officer, mechanism.pk, number="闽网信〔2026〕1号")
    yield in_days(0)


def _security_was_not_checked() -> Iterator[datetime]:
    department = province.body("省委网信办", kind="security")
    standing = {"office": department, "how": "security", "plan": None}
    a("supervision.inspection", **standing, planned_on=on_day(0))
    late = a("supervision.inspection", **standing, planned_on=on_day(-1), state="running")
    let(a("supervision.checkline"), inspection=late, state="kept")
    yield in_days(0)
    officer = province.officer(department, "security_officer")
    perform(inspections.conclude_inspection, officer, late.pk, result="未见不符")
    yield in_days(0)


CASES: dict[str, Case] = {
    "operations.protection_check_is_missing": _controls_were_not_checked,
    "operations.risk_assessment_is_missing": _nobody_assessed_the_risks,
    "infrastructure.audit_log_is_kept_too_short": _audit_log_is_kept_briefly,
    "supervision.security_is_not_supervised": _nobody_supervises_security,
    "supervision.security_check_is_not_done": _security_was_not_checked,
}
