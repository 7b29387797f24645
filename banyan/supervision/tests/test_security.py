"""Article 32.3: the security department sets up how security is supervised, and checks systems under it."""

from datetime import date, timedelta
from typing import Any

import pytest

from banyan.acts import clock
from banyan.acts.actor import ANYONE
from banyan.acts.door import perform
from banyan.acts.errors import Invalid, Refused
from banyan.acts.governed import UnderWay, under_way
from banyan.acts.models import Finding
from banyan.acts.sweep import sweep
from banyan.infrastructure.models import System
from banyan.infrastructure.queries.systems import visible_systems
from banyan.supervision.acts import checking, inspections, mechanisms, orders
from banyan.supervision.models import Inspection, SecurityMechanism
from banyan.supervision.monitors import security_check_is_not_done, security_is_not_supervised
from banyan.supervision.queries.mechanisms import visible_mechanisms
from banyan.supervision.tests.stage import Cast, refused_by
from tests import province

pytestmark = pytest.mark.django_db


class Guards(Cast):
    """The cast with the security department of the province, and a system in operation of two units."""

    def __init__(self) -> None:
        super().__init__()
        self.department = province.body("省委网信办", kind="security")
        self.guard = province.officer(self.department, "security_officer")
        self.system, self.foreign = self._running("S1", self.unit), self._running("S2", self.other)

    def _running(self, code: str, body: Any) -> System:
        with under_way(UnderWay("tests.prepare")):
            return System.objects.create(code=code, name=f"系统{code}", body=body, grade=3, state="live")

    def issued(self, every_months: int = 6) -> SecurityMechanism:
        today = clock.today()
        made = perform(
            mechanisms.draft_security_mechanism,
            self.guard,
            title="全省电子政务信息安全监管办法",
            text="由省网安部门组织检查。",
            every_months=every_months,
            since=today,
            until=today + timedelta(days=700),
        ).on
        perform(mechanisms.issue_security_mechanism, self.guard, made, number="闽网信〔2026〕1号")
        return SecurityMechanism.objects.get(pk=made)

    def planned(self, mechanism: SecurityMechanism, **more: Any) -> Inspection:
        given = {"body": self.unit.pk, "systems": [self.system.pk], "planned_on": clock.today(), **more}
        made = perform(mechanisms.plan_security_check, self.guard, mechanism=mechanism.pk, **given).on
        return Inspection.objects.get(pk=made)


def _open(monitor: Any) -> list[Finding]:
    sweep([monitor])
    return list(Finding.objects.filter(monitor=monitor.name, state="open"))


@pytest.mark.norm("32.3-a")
def test_the_mechanism_is_published_and_its_lack_is_a_finding_of_the_department() -> None:
    cast = Guards()
    (finding,) = _open(security_is_not_supervised)
    assert finding.body == cast.department.pk
    with pytest.raises(Refused) as refused:
        cast.issued(every_months=13)
    assert refused_by(refused) == {"supervision.mechanism_checks_often_enough"}
    first, second = cast.issued(), cast.issued()
    first.refresh_from_db()
    assert (first.state, second.state) == ("replaced", "issued")
    assert visible_mechanisms(ANYONE).count() == 2
    assert _open(security_is_not_supervised) == []
    with clock.at(clock.now() + timedelta(days=701)):
        assert len(_open(security_is_not_supervised)) == 1


@pytest.mark.norm("32.3-a")
def test_a_security_check_looks_at_the_norms_of_security_alone_and_ends_in_an_order() -> None:
    cast = Guards()
    check = cast.planned(cast.issued())
    with pytest.raises(Refused):
        perform(inspections.begin_inspection, cast.inspector, check)
    perform(inspections.begin_inspection, cast.guard, check)
    norms = set(check.lines.values_list("norm", flat=True))
    assert {"32.1-a", "32.1-c", "32.2-a"} <= norms
    assert not norms & {"16.2-b", "22.2-b", "10.1-d"}
    line = check.lines.get(norm="32.1-c")
    perform(checking.find_not_kept, cast.guard, line, facts="未开展等级保护自查")
    perform(checking.find_rest_kept, cast.guard, check, facts="查阅台账")
    perform(inspections.conclude_inspection, cast.guard, check, result="一项不符合")
    line.refresh_from_db()
    assert line.finding
    assert (line.finding.norm, line.finding.body) == ("32.1-c", cast.unit.pk)
    given: dict[str, Any] = {
        "body": cast.unit.pk,
        "findings": [line.finding_id],
        "demands": "三十日内完成自查",
    }
    assert perform(orders.order_correction, cast.inspector, **given).on


@pytest.mark.norm("32.3-a")
def test_a_check_is_of_one_body_and_lies_within_the_mechanism() -> None:
    cast = Guards()
    mechanism = cast.issued()
    with pytest.raises(Refused) as refused:
        cast.planned(mechanism, planned_on=date(2020, 1, 1), systems=[cast.system.pk, cast.foreign.pk])
    assert refused_by(refused) == {
        "supervision.check_lies_within_the_mechanism",
        "supervision.systems_of_one_body_are_checked",
    }
    cast.planned(mechanism)
    with pytest.raises(Refused) as refused:
        cast.planned(mechanism)
    assert refused_by(refused) == {"supervision.one_security_check_of_a_body_runs"}
    with pytest.raises((Refused, Invalid)):
        perform(
            mechanisms.plan_security_check,
            cast.inspector,
            mechanism=mechanism.pk,
            body=cast.other.pk,
            systems=[cast.foreign.pk],
            planned_on=clock.today(),
        )


@pytest.mark.norm("32.3-a")
def test_a_planned_check_past_its_day_and_checks_too_rare_are_found() -> None:
    cast = Guards()
    mechanism = cast.issued(every_months=3)
    check = cast.planned(mechanism)
    assert _open(security_check_is_not_done) == []
    with clock.at(clock.now() + timedelta(days=1)):
        (finding,) = _open(security_check_is_not_done)
        assert (finding.body, finding.noun) == (cast.department.pk, "supervision.inspection")
        perform(inspections.begin_inspection, cast.guard, check)
        perform(checking.find_rest_kept, cast.guard, check, facts="查阅台账")
        perform(inspections.conclude_inspection, cast.guard, check, result="未见不符")
        assert _open(security_check_is_not_done) == []
    with clock.at(clock.now() + timedelta(days=120)):
        (finding,) = _open(security_check_is_not_done)
        assert finding.noun == "supervision.securitymechanism"


@pytest.mark.norm("32.3-a")
def test_the_security_department_sees_the_systems_that_it_supervises() -> None:
    cast = Guards()
    assert set(visible_systems(cast.guard)) == {cast.system, cast.foreign}
    assert set(visible_systems(cast.head)) == {cast.system}
