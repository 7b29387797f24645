"""The chapter of building: what may not be built, what is filed first, and money that flows only under the law."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from banyan.acts import clock
from banyan.acts.reaction import follow_all
from banyan.bodies.models import Body
from banyan.demo.oversight import under_inspection
from banyan.demo.story.client import Person
from banyan.demo.story.projects import (
    LINES,
    NAMES,
    PLANS,
    PROJECTS,
    Cast,
    arrange,
    filed_scheme,
    number_of,
    proposed_line,
    proposed_project,
    published_resource,
    rest_of_the_gate,
)
from banyan.demo.story.stage import Stage, holds
from banyan.demo.story.supervising import play_supervising
from banyan.planning.models import KeyPoints, Payment, Plan, Project, SoftwareEntry
from banyan.supervision.models import CheckLine

ENTRIES = "/planning/software-entries"
PAYMENTS, ORDERS = "/planning/payments", "/supervision/orders"
INSPECTIONS, CHECK_LINES = "/supervision/inspections", "/supervision/check-lines"
CENTRES, SYSTEMS, BACKUPS = (
    "/infrastructure/data-centres",
    "/infrastructure/systems",
    "/operations/backup-jobs",
)
WORDS = ("养老机构备案\n床位管理\n服务派单\n补贴申领", "养老院登记\n床位预订\n服务工单派送\n高龄津贴申请")


def play_building(stage: Stage, told: Mapping[str, Any]) -> None:
    """Play the whole chapter."""
    people = {one["user_name"]: one for one in told["officers"]}
    cast = Cast(**{role: Person(told["api"], people[name], stage.language) for role, name in NAMES.items()})
    stage.scene("一、不得建的，当即不予", "1. What may not be built is refused at once")
    _no_county_centre(stage, cast)
    stage.scene("二、先备案，后印发", "2. Filed first, then issued")
    _provincial_plan(stage, cast)
    _city_plan(stage, cast)
    item = _scheme(stage, cast)
    stage.scene("三、相似软件先认定", "3. Look-alike software is decided first")
    _software(stage, cast)
    stage.scene("四、项目过关，资金随之", "4. A project passes its gate, and money follows")
    project, line = _project(stage, cast, item)
    stage.scene("五、违规即暂缓，整改即恢复", "5. A lapse holds the money, its correction frees it")
    _held_and_freed(stage, cast, project, line)
    stage.scene("六、上线有关口", "6. A gate into operation")
    _goes_live(stage, cast)
    play_supervising(stage, cast)


def _no_county_centre(stage: Stage, cast: Cast) -> None:
    found = cast.county.refused(
        f"{CENTRES}/request-data-centre", name="鼓楼区机房", work="build", reason="自用"
    )
    holds("14.1-e" in found, f"refused only under {sorted(found)}")
    stage.step(
        "14.1-e", "鼓楼区想建自己的数据中心，被拒", "鼓楼区 asks for a data centre of its own and is refused"
    )
    stage.show(f"{found['14.1-e']['because']} {found['14.1-e']['instead']}")


def _approved(cast: Cast, author: Person, leader: Person, plan: int, number: str) -> None:
    author.act(f"{PLANS}/{plan}/submit-plan", consulted="省财政厅、省发改委：同意")
    leader.act(f"{PLANS}/{plan}/approve-plan", approval_number=number, approved_on=str(clock.today()))


def _provincial_plan(stage: Stage, cast: Cast) -> None:
    if not Plan.objects.filter(kind="provincial_plan", state="published").exists():
        items = "1.1\t统一业务平台\n1.2\t数据共享与开放\n1.3\t数据中心集约"
        given = {"kind": "provincial_plan", "title": "福建省电子政务发展总体规划", "items": items}
        plan = number_of(cast.office.act(f"{PLANS}/draft-plan", **given))
        _approved(cast, cast.office, cast.leader, plan, "闽政〔2026〕1号")
        cast.office.act(f"{PLANS}/{plan}/publish-plan")
    stage.step("10.1-d", "省级规划经省政府批准后公布", "The provincial plan is approved and published")


def _city_plan(stage: Stage, cast: Cast) -> None:
    given = {
        "kind": "city_plan",
        "title": "福州市电子政务发展规划",
        "items": "1\t市级业务平台\t1.1\n2\t滨海数据共享\t1.2",
    }
    plan = number_of(cast.city.act(f"{PLANS}/draft-plan", **given))
    found = cast.city.refused(f"{PLANS}/{plan}/publish-plan")
    holds("36.2-a" in found, f"refused only under {sorted(found)}")
    stage.step(
        "36.2-a", "福州市规划未备案就印发，被拒", "福州市 issues its plan without filing and is refused"
    )
    _approved(cast, cast.city, cast.city_leader, plan, "榕政〔2026〕8号")
    cast.city.act(f"{PLANS}/{plan}/file-plan")
    cast.office.act(f"{PLANS}/{plan}/accept-filing")
    cast.city.act(f"{PLANS}/{plan}/publish-plan")
    stage.step("10.2-d", "批准、备案之后公布", "Approved and filed, it is published")


def _scheme(stage: Stage, cast: Cast) -> int:
    item = filed_scheme(cast, cast.builder, "民政系统电子政务建设方案", "养老服务平台")
    stage.step("12.1-b", "省民政厅建设方案备案后实施", "The scheme of 省民政厅 is filed, then carried out")
    return item


def _software(stage: Stage, cast: Cast) -> None:
    years = [
        *KeyPoints.objects.values_list("year", flat=True),
        *SoftwareEntry.objects.values_list("year", flat=True),
    ]
    year = max([clock.today().year, *years]) + 1
    cast.office.act("/planning/key-points/begin-key-points", year=year)
    first, second = (
        _entry(cast, year, name, text)
        for name, text in zip(("养老服务平台", "智慧康养系统"), WORDS, strict=True)
    )
    found = cast.office.refused(f"{ENTRIES}/{second}/include-entry")
    holds("24.1-b" in found, f"refused only under {sorted(found)}")
    stage.step(
        "24.1-b", "换名的相似软件被发现，不得编入", "Software alike under another name is found and kept out"
    )
    stage.show(found["24.1-b"]["because"])
    cast.office.act(f"{ENTRIES}/{second}/merge-entry", into=first, reason="功能相似，合并建设")
    for one in cast.office.get(ENTRIES, state="included", limit=200)["items"]:
        given = {"other": f"software/{one['id']}", "verdict": "different", "reason": "属于以前年度的续建"}
        cast.office.act(f"{ENTRIES}/{first}/decide-similarity", **given)
    cast.office.act(f"{ENTRIES}/{first}/include-entry")
    stage.step(
        "18.2-c", "由人认定后合并，编入工作要点", "A person decides: merged, and taken into the key points"
    )
    points = KeyPoints.objects.get(year=year).pk
    cast.office.act(f"/planning/key-points/{points}/submit-key-points")
    given = {"approval_number": f"闽政〔{year}〕2号", "approved_on": str(clock.today())}
    cast.leader.act(f"/planning/key-points/{points}/approve-key-points", **given)
    stage.step("18.1-c", "省人民政府批准年度工作要点", "The provincial government approves the key points")


def _entry(cast: Cast, year: int, name: str, functions: str) -> int:
    given = {
        "year": year,
        "name": name,
        "purpose": "养老服务",
        "functions": functions,
        "users": "省、市、县民政部门",
        "consultation": "已征求下级意见",
        "sector_wide": True,
        "reuse_search": "检索登记簿和服务目录，未见可用",
        "budget": "1000000",
    }
    return number_of(cast.builder.act(f"{ENTRIES}/plan-software", **given))


def _project(stage: Stage, cast: Cast, item: int) -> tuple[int, int]:
    number, project = proposed_project(cast.builder, "养老感知设备整合", "整合养老机构感知资源")
    shared = {
        "plan_item": item,
        "sharing_plan": "共享养老机构信息",
        "resources": [published_resource("11350000DEM000081J")],
    }
    cast.builder.act(f"{PROJECTS}/{project}/complete-project", **shared)
    cast.builder.act(f"{PROJECTS}/{project}/complete-study")
    cast.builder.act(f"{PROJECTS}/{project}/complete-design")
    found = cast.approver.refused(
        f"{PROJECTS}/{project}/approve-project", approval_number="闽发改〔2026〕7号"
    )
    stage.step(
        "36.2-b",
        f"审批关口：{len(found)} 项不符合，不予批准",
        f"The gate of approval: {len(found)} conditions fail",
    )
    cast.builder.act(f"{PROJECTS}/{project}/complete-project", **rest_of_the_gate(cast, number))
    cast.approver.act(f"{PROJECTS}/{project}/approve-project", approval_number="闽发改〔2026〕7号")
    stage.step("6.1-c", "补齐后全部符合，批准建设", "Completed, every condition holds: approved")
    return project, _money(stage, cast, project)


def _money(stage: Stage, cast: Cast, project: int) -> int:
    line = proposed_line(cast.builder, project)
    found = cast.treasurer.refused(f"{LINES}/{line}/arrange-line")
    holds("36.1-a" in found, f"refused only under {sorted(found)}")
    arrange(cast, line)
    stage.step(
        "36.1-a", "附单位得分的意见在先，安排资金在后", "First the opinion with the score, then the money"
    )
    planned = str(clock.today() + timedelta(days=90))
    cast.builder.act(f"{PROJECTS}/{project}/start-building", milestones=f"初验\t{planned}\t100")
    return line


def _held_and_freed(stage: Stage, cast: Cast, project: int, line: int) -> None:
    body = Project.objects.get(pk=project).body_id
    finding = _inspected(stage, cast, body)
    cast.inspector.act(f"{PROJECTS}/{project}/hold-payments", findings=[finding], reason="目录外采集")
    payment = number_of(cast.builder.act(f"{PAYMENTS}/request-payment", line=line, amount="300000"))
    refused = cast.treasurer.refused(f"{PAYMENTS}/{payment}/pay")
    holds("36.2-d" in refused, f"refused only under {sorted(refused)}")
    stage.step("36.2-d", "暂缓拨付期间，付款被拒", "Under the hold the payment is refused")
    order = {"body": body, "findings": [finding], "demands": "停止采集目录外信息"}
    number = number_of(cast.inspector.act(f"{ORDERS}/order-correction", **order))
    cast.builder.act(
        f"{ORDERS}/{number}/report-correction", report="已停用目录外字段", evidence="采集表修订单〔2026〕1号"
    )
    cast.inspector.act(f"{ORDERS}/{number}/check-correction", seen="现场核对采集表", put_right=[finding])
    follow_all()
    cast.inspector.act(f"{ORDERS}/{number}/close-order", check_result="核查属实")
    stage.step("35.2-c", "整改经核查属实，暂缓自动解除", "Corrected and checked: the hold ends by itself")
    cast.treasurer.act(f"{PAYMENTS}/{payment}/pay")
    holds(Payment.objects.get(pk=payment).state == "paid", "the payment was not made")
    stage.step("4.1-d", "拨付恢复", "The payment flows again")


def _inspected(stage: Stage, cast: Cast, body: int) -> int:
    """An inspection for cause that finds the body collecting outside the catalogue; the number of the finding."""
    given = {"body": body, "cause": "群众反映养老补贴申请重复填报"}
    under_way = under_inspection(body)
    number = (
        under_way.pk
        if under_way
        else number_of(cast.inspector.act(f"{INSPECTIONS}/inspect-for-cause", **given))
    )
    if under_way is None or under_way.state == under_way.State.PLANNED:
        cast.inspector.act(f"{INSPECTIONS}/{number}/begin-inspection")
    line = CheckLine.objects.get(inspection=number, norm="16.2-b")
    facts = "申请表采集目录外的子女收入信息"
    cast.inspector.act(f"{CHECK_LINES}/{line.pk}/find-not-kept", facts=facts)
    cast.inspector.act(f"{INSPECTIONS}/{number}/find-rest-kept", facts="查阅台账，未见不符")
    cast.inspector.act(f"{INSPECTIONS}/{number}/conclude-inspection", result="一项不符，责令整改")
    line.refresh_from_db()
    holds(line.finding_id is not None, "the inspection recorded no finding")
    stage.step(
        "16.2-b",
        "检查查实：在目录之外采集信息",
        "An inspection finds that it collects outside the catalogue",
    )
    return int(line.finding_id or 0)


def _goes_live(stage: Stage, cast: Cast) -> None:
    given = {"code": f"S{Project.objects.count():05d}", "name": "养老服务系统", "central": "no", "grade": 3}
    made = cast.builder.act(f"{SYSTEMS}/register-information-system", **given, interface="https")
    system = number_of(made)
    found = cast.operator.refused(f"{SYSTEMS}/{system}/go-live")
    holds({"23.1-a", "23.1-b"} <= set(found), f"refused only under {sorted(found)}")
    stage.step(
        "23.1-b", "没有备份、未入统一网络，不得上线", "Without backup and unified network it may not go live"
    )
    kept = {"audit_log": "福建省日志审计平台", "audit_months": 12}
    number = {"network": "unified", "filing_number": "公备 35-001"}
    cast.builder.act(f"{SYSTEMS}/{system}/complete-system", **number, **kept)
    cloud = Body.objects.filter(kind="technical_service_unit", level="province").order_by("pk").first()
    backup = number_of(
        cast.builder.act(f"{BACKUPS}/set-up-backup", system=system, supplier=cloud.pk if cloud else 0)
    )
    cast.builder.act(f"{BACKUPS}/{backup}/record-backup")
    cast.builder.act(f"{BACKUPS}/{backup}/record-restore-test", tested_on=str(clock.today()))
    cast.operator.act(f"{SYSTEMS}/{system}/go-live")
    stage.step("23.1-a", "备份演练、入网之后，准予上线", "With a tested backup and the network, it goes live")
