"""Security in the demo: the mechanism and a check under it, checked controls, assessed risks, a bulletin."""

from datetime import date, timedelta
from typing import Any

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.bodies import acts as bodies
from banyan.bodies.models import Body
from banyan.bodies.queries import actor_by_user_name
from banyan.demo.agreements import CLAUSE
from banyan.demo.operating import OFFICE, PLANNER
from banyan.demo.timeline import days_ago
from banyan.infrastructure.models import System
from banyan.operations.acts import assessments, bulletins, protection, units
from banyan.operations.models import Bulletin, BulletinReply, ProtectionControl
from banyan.supervision.acts import inspections, mechanisms
from banyan.supervision.models import SecurityMechanism

HEAD, GUARD, ASSESSOR = "xushian", "weishian", "cheliping"
ASSESSING_UNIT = "91350000DEM990054D"
TOLD = ("11350000DEM000081J", "11350000DEM0002847", "11350102DEM01108XA")
"""The bodies that the bulletin concerns; the first has answered."""
SET_UP, ASSESSED = 60, 20
"""So many days ago."""
NUMBER = "闽网信通示〔2026〕1号"
MECHANISM = "福建省电子政务信息安全监管机制（示例）"
TEXT = """一、省信息网络安全管理部门负责全省电子政务信息安全监管，会同省数字办组织实施。
二、检查内容：等级保护、日志审计、风险处置、安全通报的落实情况。
三、每六个月至少检查一次；按等级、风险和事件选取系统。
四、检查发现的问题列入问题清单，由电子政务管理部门责令整改。"""
EVIDENCE = {
    "physical": "机房出入登记、门禁和视频监控记录",
    "communication": "网络拓扑图、链路加密配置",
    "boundary": "防火墙策略清单，每季度复核",
    "computing": "主机加固核查表、身份鉴别配置",
    "management_centre": "集中日志审计平台、统一运维堡垒机",
    "rules": "网络安全管理制度汇编（示例）",
    "organisation": "网络安全领导小组文件、岗位职责",
    "staff": "人员保密协议、年度培训签到",
    "building": "上线前安全测试报告",
    "operation": "漏洞扫描月报、备份恢复记录",
}
LACK: dict[str, Any] = {
    "lacking": "部分服务器未启用双因素鉴别",
    "found_by": "test",
    "remedy": "接入统一身份认证，启用双因素鉴别",
}
RISKS: tuple[dict[str, Any], ...] = (
    {"level": "high", "what": "运维账号共用", "measure": "一人一号，经堡垒机登录"},
    {"level": "medium", "what": "老旧加密套件未停用", "measure": "停用 TLS 1.1 及以下版本"},
    {"level": "low", "what": "备份介质标识不清", "measure": "统一编号并登记"},
)


def is_there() -> bool:
    return Bulletin.objects.filter(number=NUMBER).exists()


def prepare() -> None:
    """Let it all happen in the order of its days; what is there already is left."""
    guard, planner = actor_by_user_name(GUARD), actor_by_user_name(PLANNER)
    first, second = System.objects.filter(code__in=["MZ-001", "MZ-002"]).order_by("code")
    if not SecurityMechanism.objects.exists():
        with days_ago(SET_UP):
            _set_up(guard)
        with days_ago(ASSESSED):
            _assess(guard, first, second)
        _check_controls(planner, first, second)
        _check_security(guard, first, second)
    _tell(guard, planner)


def _set_up(guard: Actor) -> None:
    given: dict[str, Any] = {"title": MECHANISM, "text": TEXT, "every_months": 6}
    period: dict[str, Any] = {"since": clock.today(), "until": _in_days(730)}
    made = perform(mechanisms.draft_security_mechanism, guard, **given, **period).on
    perform(mechanisms.issue_security_mechanism, guard, made, number="闽网信示〔2026〕3号")


def _assess(guard: Actor, first: System, second: System) -> None:
    """The assessment of the first system is reported, that of the second under way."""
    commission = _commissioned()
    made, _under_way = (
        perform(assessments.commission_assessment, guard, commission=commission, system=one).on
        for one in (first, second)
    )
    expert = actor_by_user_name(ASSESSOR)
    risks = [perform(assessments.record_risk, expert, assessment=made, **one).on for one in RISKS]
    report: dict[str, Any] = {
        "level": "high",
        "report": "评估了网络、主机、应用、数据和管理，发现高风险一项、中风险一项、低风险一项。",
    }
    perform(assessments.report_assessment, expert, made, assessed_on=clock.today(), **report)
    planner, reason = actor_by_user_name(PLANNER), "抽查三份介质，两份仍无编号。"
    perform(assessments.address_risk, planner, risks[1], done="已停用，扫描复核未再发现")
    perform(assessments.address_risk, planner, risks[2], done="已要求各处室编号")
    perform(assessments.refute_risk, expert, risks[2], reason=reason, remedy_by=_in_days(60))


def _commissioned() -> int:
    qualified = perform(
        units.report_qualification,
        actor_by_user_name(ASSESSOR),
        kind="assessment",
        certificate="CCRC-示例-0001",
        issuer="示例认证机构",
        valid_until=_in_days(700),
    ).on
    perform(
        units.confirm_qualification, actor_by_user_name(OFFICE), qualified, remark="已在发证机构网站核对。"
    )
    head = actor_by_user_name(HEAD)
    agreement = perform(
        bodies.conclude_agreement,
        head,
        title="电子政务系统信息安全风险评估服务合同",
        mode="purchase",
        supplier=Body.objects.get(code=ASSESSING_UNIT),
        ownership_clause=CLAUSE,
        since=clock.today(),
        until=_in_days(700),
    ).on
    given: dict[str, Any] = {"agreement": agreement, "work": "assess", "scope": "电子政务系统风险评估"}
    days: dict[str, Any] = {"since": clock.today(), "until": _in_days(650)}
    return perform(units.commission_unit, head, **given, **days).on or 0


def _check_controls(planner: Actor, first: System, second: System) -> None:
    """The first system was checked and lacks one thing; the check of the second is under way."""
    check = perform(protection.begin_protection_check, planner, system=first).on or 0
    for control in ProtectionControl.objects.filter(check_round=check).order_by("pk"):
        if control.category == "computing":
            perform(protection.record_control_lacking, planner, control, **LACK, remedy_by=_in_days(45))
        else:
            perform(protection.record_control_met, planner, control, evidence=EVIDENCE[control.category])
    perform(protection.conclude_protection_check, planner, check, result="九类符合，一类不符合，正在整改。")
    begun = perform(protection.begin_protection_check, planner, system=second).on
    for control in ProtectionControl.objects.filter(check_round=begun).order_by("pk")[:3]:
        perform(protection.record_control_met, planner, control, evidence=EVIDENCE[control.category])


def _check_security(guard: Actor, first: System, second: System) -> None:
    given: dict[str, Any] = {"body": first.body, "systems": [first, second], "planned_on": _in_days(14)}
    mechanism = SecurityMechanism.objects.get(title=MECHANISM)
    made = perform(mechanisms.plan_security_check, guard, mechanism=mechanism, **given).on
    perform(inspections.begin_inspection, guard, made)


def _tell(guard: Actor, planner: Actor) -> None:
    told = Body.objects.filter(code__in=TOLD).order_by("code")
    made = perform(
        bulletins.issue_bulletin,
        guard,
        number=NUMBER,
        title="某应用中间件远程执行漏洞（示例）",
        urgency="urgent",
        threat="该中间件存在远程执行漏洞，已发现利用行为。",
        weaknesses="示例漏洞编号 DEMO-2026-0001",
        affected="使用该中间件 3.x 版本的门户网站和业务系统",
        measures="升级到修复版本；暂不能升级的，关闭管理端口并限制来源地址。",
        bodies=told,
    ).on
    reply = BulletinReply.objects.get(bulletin=made, body__code=TOLD[0])
    perform(bulletins.confirm_receipt, planner, reply)
    done = "已升级到修复版本，并核查近三十日日志，未见异常。"
    perform(bulletins.report_action, planner, reply, touched="社会救助申请服务平台", done=done)


def _in_days(days: int) -> date:
    return clock.today() + timedelta(days=days)
