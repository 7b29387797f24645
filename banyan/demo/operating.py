"""Operation in the demo: a unit runs two systems that are measured; what is disturbed, maintained, drilled."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.bodies import acts as bodies
from banyan.bodies.models import Agreement, Body
from banyan.bodies.queries import actor_by_user_name
from banyan.demo.agreements import CLAUSE
from banyan.demo.timeline import days_ago
from banyan.infrastructure.acts import systems
from banyan.infrastructure.models import System
from banyan.operations.acts import backups, drills, going_live, incidents, levels, service, units
from banyan.operations.measuring.keeping import Taken, keep
from banyan.operations.models import Commission, Drill

UNIT = "91350000DEM9900110"
"""The technical service unit of the cast."""
PLANNER, HEAD, OPERATOR, OFFICE = "lailiqi", "hongliqin", "liuliwang", "yeshixing"
SYSTEMS = (
    ("MZ-001", "社会救助申请服务平台", 0.0005, 180),
    ("MZ-002", "养老服务信息查询系统", 0.02, 420),
)
"""Code, name, share of calls that fail, usual response in milliseconds."""
BEGUN, MEASURED_DAYS = 90, 35
TITLE = "民政业务系统运行维护服务合同"
RULE = """第一条 为规范全省电子政务资源的使用，根据《福建省电子政务建设和应用管理办法》第三十三条，制定本办法。
第二条 应用单位使用电子政务资源，限于履行职责需要，不得转作他用。
第三条 技术服务单位应当按照约定的可用率和响应时间提供服务，服务请求在一个工作日内答复。
第四条 系统维护应当提前二十四小时公告；紧急维护应当说明理由。
第五条 应用单位每年对技术服务单位的运行服务评价一次。"""


def is_there() -> bool:
    return Drill.objects.filter(title=DRILL["title"]).exists()


DRILL: dict[str, Any] = {
    "title": "民政业务系统中断应急演练",
    "scenario": "主用数据中心断电，业务切换到备份中心，核对数据后回切。",
}


def prepare() -> None:
    """Let it all happen in the order of its days; what is there already is left."""
    if not Agreement.objects.filter(title=TITLE).exists():
        with days_ago(BEGUN):
            _publish_rules()
            _qualify()
            _commission()
    if not System.objects.filter(code=SYSTEMS[-1][0], state=System.State.LIVE).exists():
        with days_ago(BEGUN - 1):
            _run()
    keep(reading for number, one in enumerate(SYSTEMS) for reading in _readings(number, *one))
    _disturb()
    _drill()


def _publish_rules() -> None:
    office = actor_by_user_name(OFFICE)
    made = perform(
        levels.draft_service_rule,
        office,
        kind="use",
        title="福建省电子政务资源使用管理办法（示例）",
        text=RULE,
    ).on
    perform(
        levels.publish_service_rule, office, made, number="闽数示〔2026〕1号", in_force_from=clock.today()
    )


def _qualify() -> None:
    made = perform(
        units.report_qualification,
        actor_by_user_name(OPERATOR),
        kind="operation",
        certificate="ITSS-示例-0001",
        issuer="示例认证机构",
        valid_until=_in_years(2),
    ).on
    perform(units.confirm_qualification, actor_by_user_name(OFFICE), made, remark="已在发证机构网站核对。")


def _commission() -> None:
    agreed = perform(
        bodies.conclude_agreement,
        actor_by_user_name(HEAD),
        title=TITLE,
        mode="purchase",
        supplier=Body.objects.get(code=UNIT),
        ownership_clause=CLAUSE,
        since=clock.today(),
        until=_in_years(3),
    ).on
    planner = actor_by_user_name(PLANNER)
    made = [_registered(*one[:2]) for one in SYSTEMS]
    given: dict[str, Any] = {
        "agreement": agreed,
        "work": "run",
        "scope": "民政业务系统运行维护",
        "systems": made,
    }
    perform(units.commission_unit, planner, **given, since=clock.today(), until=_in_years(2))


def _registered(code: str, name: str) -> int:
    planner = actor_by_user_name(PLANNER)
    given: dict[str, Any] = {"central": "no", "grade": 2, "interface": "https 接口", "faces_residents": True}
    made = perform(systems.register_information_system, planner, code=code, name=name, **given).on or 0
    perform(
        systems.complete_system,
        planner,
        made,
        network="unified",
        endpoint=f"https://{code.lower()}.example/health",
        filing_number=f"公备示例{code}",
        community_connected_on=clock.today(),
        audit_log="省民政厅日志审计平台",
        audit_months=12,
    )
    return made


def _run() -> None:
    planner, commission = actor_by_user_name(PLANNER), Commission.objects.get(agreement__title=TITLE)
    for system in System.objects.filter(code__in=[one[0] for one in SYSTEMS]).order_by("code"):
        cloud = Body.objects.get(code=UNIT)
        backup = perform(backups.set_up_backup, planner, system=system, supplier=cloud).on
        perform(backups.record_backup, planner, backup)
        perform(backups.record_restore_test, planner, backup, tested_on=clock.today())
        with clock.at(clock.now() + timedelta(days=BEGUN - 1)):
            perform(backups.record_backup, planner, backup)
        perform(going_live.go_live, actor_by_user_name(OFFICE), system)
        agreed: dict[str, Any] = {"availability": "99.5", "response_ms": 800, "reply_hours": 8}
        perform(levels.agree_service_level, planner, commission=commission, system=system, **agreed)


def _readings(number: int, code: str, name: str, failing: float, usual_ms: int) -> Iterator[Taken]:
    """A call an hour, with the failures that were drawn for this system."""
    system, lot = System.objects.get(code=code), Random(number)
    now = clock.now().replace(minute=0, second=0, microsecond=0)
    for hours in range(24 * MEASURED_DAYS):
        up = lot.random() >= failing
        ms = round(lot.gauss(usual_ms, usual_ms / 6))
        yield Taken(system.pk, now - timedelta(hours=hours), up, ms if up else None, "" if up else "timeout")


def _disturb() -> None:
    planner, operator = actor_by_user_name(PLANNER), actor_by_user_name(OPERATOR)
    first, second = System.objects.filter(code__in=[one[0] for one in SYSTEMS]).order_by("code")
    told = "部分用户查询缓慢，正在处理。"
    reported = perform(
        incidents.report_incident,
        planner,
        system=second,
        title="查询超时",
        what="高峰时段查询超时，数据库连接数接近上限。",
        severity="general",
        notice=told,
    ).on
    perform(incidents.take_up_incident, operator, reported)
    night: dict[str, Any] = {"day": clock.today() + timedelta(days=3), "hour": 22, "hours": 2}
    perform(incidents.announce_maintenance, operator, system=first, what="升级数据库补丁", **night)
    commission = Commission.objects.get(agreement__title=TITLE)
    perform(service.ask_service, planner, commission=commission, what="增开养老机构查询账号十个")
    office = actor_by_user_name(OFFICE)
    demand: dict[str, Any] = {
        "title": "报送本季度巡检记录",
        "demand": "报送两个系统本季度的巡检记录和问题清单。",
    }
    perform(service.instruct_unit, office, unit=Body.objects.get(code=UNIT), **demand)


def _drill() -> None:
    planner, operator = actor_by_user_name(PLANNER), actor_by_user_name(OPERATOR)
    unit = Body.objects.get(code=UNIT)
    own = next(iter(planner.bodies))
    made = perform(drills.plan_drill, planner, **DRILL, planned_on=clock.today(), bodies=[own, unit.pk]).on
    parts = {one.body_id: one for one in Drill.objects.get(pk=made).parts.all()}
    perform(drills.confirm_part, planner, parts[own], did="切换业务入口，核对救助申请数据。")
    perform(drills.confirm_part, operator, parts[unit.pk], did="切换数据库，恢复备份。")
    perform(
        drills.record_drill,
        planner,
        made,
        held_on=clock.today(),
        found="切换用时四十分钟，超过预案的三十分钟。",
    )


def _in_years(years: int) -> date:
    return clock.today() + timedelta(days=365 * years)
