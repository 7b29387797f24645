"""Who plays in the tests of infrastructure, and what they look for."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Finding
from banyan.acts.sweep import sweep
from banyan.bodies import acts as bodies
from banyan.bodies.models import Agreement, Body
from tests import province

NOW = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
TODAY = date(2026, 11, 24)


class Cast:
    """The bodies and officers that build and integrate."""

    def __init__(self) -> None:
        self.managing = province.body("省数字办", kind="managing_department")
        self.city = province.body("福州市数字办", region="350100", kind="managing_department")
        self.county = province.body("鼓楼区数字办", region="350102", kind="managing_department")
        self.security = province.body("省委网信办", kind="security")
        self.supplier = province.body("数字福建云公司", kind="technical_service_unit")
        self.unit = province.body("福建省海洋与渔业局")
        self.bureau = province.body("鼓楼区卫健局", region="350102")
        self.office = province.officer(self.managing, "planning_officer")
        self.city_office = province.officer(self.city, "planning_officer")
        self.county_office = province.officer(self.county, "planning_officer")
        self.guard = province.officer(self.security, "security_officer")
        self.operator = province.officer(self.supplier, "operations_officer")
        self.builder = province.officer(self.unit, "planning_officer")
        self.local = province.officer(self.bureau, "planning_officer")

    def commission(self, of: Body, mode: str = "commission", supplier: Body | None = None) -> Agreement:
        """An agreement of this body with the technical service unit."""
        made = perform(
            bodies.conclude_agreement,
            province.officer(of, "head"),
            title="委托建设和运行管理协议",
            mode=mode,
            supplier=supplier or self.supplier,
            ownership_clause="信息资源属于国家所有，由同级人民政府电子政务管理部门综合管理，协议终止时全部返还。",
            since=date(2026, 1, 1),
            until=date(2030, 12, 31),
        ).on
        return Agreement.objects.get(pk=made)


def refused_by(act: Any, actor: Actor, on: Any = None, **given: Any) -> set[str]:
    """The rules that refuse this act; each names a lawful way."""
    with pytest.raises(Refused) as refused:
        perform(act, actor, on, **given)
    assert all(str(one.instead) for one in refused.value.refusals)
    return {one.rule for one in refused.value.refusals}


def found(monitor: str) -> int:
    """How many open findings of this monitor a sweep leaves."""
    sweep()
    return Finding.objects.filter(monitor=monitor, state=Finding.State.OPEN).count()
