"""The bodies and officers of a system in operation: its body, the unit that runs it, their managing department."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.models import Finding
from banyan.acts.monitor import Monitor
from banyan.acts.sweep import sweep
from banyan.bodies import acts as bodies
from banyan.bodies.models import Agreement
from banyan.infrastructure.acts import systems
from banyan.infrastructure.models import System
from banyan.operations.acts import backups, going_live, units
from banyan.operations.models import Commission, Qualification
from tests import province

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 24, 10, tzinfo=ZONE)
DAY = date(2026, 11, 24)
CLAUSE = "信息资源属于国家所有，由同级人民政府电子政务管理部门综合管理，协议终止时全部返还。"


class Scene:
    """A bureau with one system, the unit that it has run it, and their managing department."""

    def __init__(self) -> None:
        self.managing = province.body("省数字办", kind="managing_department")
        self.unit = province.body("福建省海洋与渔业局")
        self.cloud = province.body("数字福建云公司", kind="technical_service_unit")
        self.office = province.officer(self.managing, "operations_officer", "catalogue_officer")
        self.owner = province.officer(self.unit, "planning_officer", "operations_officer")
        self.operator = province.officer(self.cloud, "operations_officer", "administrator")
        self.system = self.registered("S1")

    def registered(self, code: str, endpoint: str = "", *, faces_residents: bool = False) -> System:
        made = perform(
            systems.register_information_system,
            self.owner,
            code=code,
            name=f"渔业系统{code}",
            central="no",
            grade=2,
            interface="https",
            faces_residents=faces_residents,
        ).on
        perform(
            systems.complete_system,
            self.owner,
            made,
            network="unified",
            filing_number="公备1号",
            endpoint=endpoint,
            community_connected_on=DAY,
            audit_log="日志审计平台",
            audit_months=12,
        )
        return System.objects.get(pk=made)

    def live(self, system: System | None = None) -> System:
        """The system, let into operation."""
        system = system or self.system
        backup = perform(backups.set_up_backup, self.owner, system=system.pk, supplier=self.cloud.pk).on
        perform(backups.record_backup, self.owner, backup)
        perform(backups.record_restore_test, self.owner, backup, tested_on=DAY)
        perform(going_live.go_live, self.office, system.pk)
        system.refresh_from_db()
        return system

    def agreement(self, owner: Actor | None = None) -> Agreement:
        made = perform(
            bodies.conclude_agreement,
            province.officer(self.unit, "head"),
            title="运行维护协议",
            mode="purchase",
            supplier=self.cloud.pk,
            ownership_clause=CLAUSE,
            since=date(2024, 1, 1),
            until=date(2028, 12, 31),
        ).on
        return Agreement.objects.get(pk=made)

    def qualified(self, until: date = date(2027, 6, 30), kind: str = "operation") -> Qualification:
        number = f"ITSS-{Qualification.objects.count()}"
        made = perform(
            units.report_qualification,
            self.operator,
            kind=kind,
            certificate=number,
            issuer="中国电子工业标准化技术协会",
            valid_until=until,
        ).on
        perform(units.confirm_qualification, self.office, made, remark="已在发证机构网站核对")
        return Qualification.objects.get(pk=made)

    def commissioned(self, since: date = date(2026, 1, 1)) -> Commission:
        """The unit is qualified, and runs the system."""
        self.qualified()
        made = perform(
            units.commission_unit,
            self.owner,
            agreement=self.agreement().pk,
            work="run",
            scope="渔业系统运行维护",
            systems=[self.system.pk],
            since=since,
            until=date(2027, 12, 31),
        ).on
        return Commission.objects.get(pk=made)


def found(monitor: Monitor) -> list[Finding]:
    """The findings that stand open after a sweep of this monitor."""
    sweep([monitor])
    return list(Finding.objects.filter(monitor=monitor.name, state="open"))
