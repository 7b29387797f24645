"""What the demo province brings together and hands on: databases, tasks, orders, audit logs, catalogue updates."""

import hashlib
from datetime import timedelta
from typing import Any

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.bodies.models import Body
from banyan.bodies.queries import actor_by_user_name
from banyan.catalogue.acts import updates
from banyan.catalogue.models import Cycle, Resource, UpdateTask
from banyan.demo.timeline import days_ago, working_days
from banyan.exchange.acts import dispatch, handover
from banyan.exchange.models import AuditHandover, ConsumerSystem, DispatchOrder, Grant
from banyan.lake.acts import aggregation, databases
from banyan.lake.models import AggregationTask, BasicDatabase, CityDatabase
from banyan.lake.queries.rows import published_load

OFFICE, PLANNER, CITY, COUNTY = "yeshixing", "gaoyanggui", "panshigui", "wuyanglan"
PLANNED, ASKED = 110, 15
"""So many days ago."""

DATABASES = (
    ("population", "人口基础数据库", "省公安厅", "separate", ("人口基础信息", "居住证信息", "婚姻登记信息")),
    ("legal_persons", "法人基础数据库", "省市场监管局", "one", ("企业基本信息", "社会组织基本信息")),
    ("geography", "空间地理基础数据库", "省自然资源厅", "separate", ("标准地名地址信息", "行政区划信息")),
    ("macro_economy", "宏观经济基础数据库", "省统计局", "one", ("统计调查单位原始数据",)),
    ("culture", "文化资源基础数据库", "省文旅厅", "one", ("公共图书馆名录",)),
    ("archives", "文件档案基础数据库", "省档案局", "one", ("开放档案目录信息",)),
    ("exchange", "全省政务信息资源目录与交换系统", "省数字办", "separate", ("电子证照目录信息",)),
)
CITY_DATABASE = ("人口基础数据库", "经省级汇聚平台接口增量同步，次日对账。", Cycle.DAILY)
TASKS = (
    ("人口基础信息", "huangshian", "汇聚全量在册户籍人口数据，每日增量更新。", True),
    ("企业基本信息", "wangliheng", "汇聚全量市场主体登记数据，含注销主体。", False),
    ("不动产登记信息", "", "汇聚2020年以来的不动产登记数据，补齐坐落编码。", False),
)
"""Resource, who handed it in, what was needed, whether it was accepted."""
ORDERS = (
    (
        12,
        "linshitu",
        "不动产登记信息",
        ("权利人名称", "不动产坐落"),
        "gulou-minzheng",
        "超强台风倒损房屋核查",
    ),
    (
        1,
        "",
        "残疾人基本信息",
        ("残疾人证号", "残疾类别"),
        "fuzhou-minzheng",
        "强降雨重点人群转移安置",
    ),
)
"""Working days ago, who supplied it, resource, items, system, ground."""
EMERGENCY_LAW = "《中华人民共和国突发事件应对法》第七十六条"
LOGS = (
    ("wuliyuan", "gulou-minzheng", "高龄津贴资格复核", "huangshian"),
    ("fangshijie", "fuzhou-minzheng", "社会救助家庭状况核对", ""),
)
"""Who handed it over, the system, the purpose of its grant, who acknowledged it."""
UPDATES = (
    (OFFICE, "省民政厅", "law", "《福建省养老服务条例》修订施行，高龄津贴申领条件有变化。", "xieyangning"),
    (COUNTY, "鼓楼区民政局", "functions", "城乡社区治理职能划转区委社会工作部，相应采集项需清理。", ""),
)


def is_there() -> bool:
    return UpdateTask.objects.filter(about=UPDATES[-1][3]).exists()


def prepare() -> None:
    """Let it all happen; what is there already is left."""
    for piece in (_plan, _declare, _ask, _order, _hand_over, _update):
        piece()


def _resource(name: str) -> Resource:
    """The published resource of this name; the provincial one comes first."""
    found = Resource.objects.filter(name=name, state=Resource.State.PUBLISHED).order_by(
        "body__region_code", "code"
    )
    return found[0]


def _plan() -> None:
    actor = actor_by_user_name(PLANNER)
    for kind, name, lead, mode, sources in DATABASES:
        if BasicDatabase.objects.filter(name=name).exists():
            continue
        given: dict[str, Any] = {
            "kind": kind,
            "name": name,
            "mode": mode,
            "lead": Body.objects.get(short_name=lead),
        }
        with days_ago(PLANNED):
            made = perform(databases.plan_basic_database, actor, **given).on
            perform(databases.name_sources, actor, made, sources=[_resource(one) for one in sources])
            perform(databases.run_basic_database, actor, made)


def _declare() -> None:
    name, way, cycle = CITY_DATABASE
    database = BasicDatabase.objects.get(name=name)
    if CityDatabase.objects.filter(database=database).exists():
        return
    given: dict[str, Any] = {"synchronisation": way, "cycle": cycle}
    with days_ago(PLANNED - 30):
        perform(databases.declare_city_database, actor_by_user_name(CITY), database=database, **given)


def _ask() -> None:
    office = actor_by_user_name(OFFICE)
    for name, holder, about, accepted in TASKS:
        resource = _resource(name)
        if AggregationTask.objects.filter(resource=resource).exists():
            continue
        with days_ago(ASKED):
            due_on = clock.today() + timedelta(days=ASKED + 20)
            given: dict[str, Any] = {"resource": resource, "about": about, "due_on": due_on}
            task = perform(aggregation.ask_aggregation, office, **given).on
        if holder:
            load = published_load(resource)
            perform(aggregation.hand_in_load, actor_by_user_name(holder), task, load=load)
        if accepted:
            perform(aggregation.accept_aggregation, office, task)


def _order() -> None:
    for days, provider, name, items, client, ground in ORDERS:
        if DispatchOrder.objects.filter(ground=ground).exists():
            continue
        resource = _resource(name)
        given: dict[str, Any] = {
            "resource": resource,
            "items": "\n".join(items),
            "system": ConsumerSystem.objects.get(client_id=client),
            "ground": ground,
            "legal_basis": EMERGENCY_LAW,
            "daily_volume": 5000,
        }
        with days_ago(working_days(days)):
            until = clock.today() + timedelta(days=60)
            order = perform(dispatch.order_supply, actor_by_user_name(OFFICE), until=until, **given).on
            if provider:
                perform(dispatch.supply_ordered, actor_by_user_name(provider), order)


def _hand_over() -> None:
    """Nobody has read in the demo's past: the logs are empty, and their digest is that of an empty file."""
    for officer, client, purpose, provider in LOGS:
        grant = Grant.objects.filter(system__client_id=client, purpose=purpose).order_by("pk")[0]
        if AuditHandover.objects.filter(grant=grant).exists():
            continue
        with days_ago(working_days(2)):
            until = clock.today() - timedelta(days=1)
            given: dict[str, Any] = {
                "grant": grant,
                "since": until - timedelta(days=24),
                "until": until,
                "records": 0,
                "digest": hashlib.sha256().hexdigest(),
                "file_name": f"{client}-{until:%Y%m%d}.jsonl",
            }
            made = perform(handover.hand_over_log, actor_by_user_name(officer), **given).on
            if provider:
                perform(handover.acknowledge_log, actor_by_user_name(provider), made)


def _update() -> None:
    for officer, name, event, about, done in UPDATES:
        if UpdateTask.objects.filter(about=about).exists():
            continue
        body = Body.objects.get(short_name=name)
        with days_ago(working_days(3)):
            given: dict[str, Any] = {"body": body, "event": event, "about": about}
            task = perform(updates.open_update, actor_by_user_name(officer), **given).on
        if done:
            perform(updates.finish_update, actor_by_user_name(done), task, changes="已修改采集项依据2项。")
