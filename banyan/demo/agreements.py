"""What came before in the demo: leadership registered, agreements concluded, consumers' systems registered."""

from datetime import timedelta
from typing import Any

from banyan.acts import clock
from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.bodies import acts as bodies
from banyan.bodies.models import Agreement, Body, Office, Term
from banyan.bodies.queries import actor_by_user_name
from banyan.demo import keys
from banyan.demo.timeline import days_ago
from banyan.exchange.acts import systems
from banyan.exchange.models import ConsumerSystem
from banyan.supervision.acts.leaderships import load_leaderships
from banyan.supervision.queries.leaderships import governments_without

LED, AGREED, REGISTERED = 330, 300, 60
"""So many days ago."""

AGREEMENTS = ("全省政务信息资源开放共享平台建设运行委托协议", "全省电子政务骨干网络建设运行委托协议")
CLAUSE = (
    "本协议形成的信息资源属于国家所有，由同级人民政府电子政务管理部门综合管理；"
    "协议终止时，乙方应当将全部数据移交并销毁副本。"
)
CONSUMERS = (
    ("鼓楼区民政局", "wuliyuan", "吴例远", "高龄津贴审核系统", "gulou-minzheng"),
    ("福州市民政局", "fangshijie", "方示接", "社会救助核对系统", "fuzhou-minzheng"),
    ("鼓楼区市场监督管理局", "linlituo", "林例拓", "个体工商户补贴系统", "gulou-shichang"),
)
"""Body, user name and name of its integrator, name of the system, client id."""


def governments_are_led() -> bool:
    return not governments_without().exists()


def register_leaderships() -> None:
    """Every government has its leading body; a leader is named where the demo has one."""
    leaders = Term.objects.filter(office__kind=Office.Kind.LEADER).select_related("officer")
    named = {term.office.body_id: f"{term.officer}，分管领导" for term in leaders.select_related("office")}
    with days_ago(LED):
        rows = [
            {
                "code": one.code,
                "name": f"{one.region}数字化建设领导小组",
                "leader": named.get(one.pk, "示例分管领导"),
                "since": clock.today().isoformat(),
            }
            for one in governments_without().select_related("region")
        ]
        perform(load_leaderships, SYSTEM, number=len(rows), rows={"leaderships": rows})


def agreements_stand() -> bool:
    return Agreement.objects.filter(title__in=AGREEMENTS).count() == len(AGREEMENTS)


def conclude_agreements() -> None:
    """The platform and the backbone are commissioned, each with the clause that ownership stays with the State."""
    office = actor_by_user_name("yeshixing")
    supplier = Body.objects.filter(kind=Body.Kind.TECHNICAL).order_by("code").first()
    for title in AGREEMENTS:
        if Agreement.objects.filter(title=title).exists():
            continue
        with days_ago(AGREED):
            perform(
                bodies.conclude_agreement,
                office,
                title=title,
                mode=Agreement.Mode.COMMISSION,
                supplier=supplier,
                ownership_clause=CLAUSE,
                since=clock.today(),
                until=clock.today() + timedelta(days=3 * 365),
            )


def systems_are_registered() -> bool:
    known = ConsumerSystem.objects.filter(client_id__in=[client_id for *_, client_id in CONSUMERS])
    return known.count() == len(CONSUMERS) and all(keys.path(one.client_id).exists() for one in known)


def register_systems() -> None:
    """The consumers' integrators register their systems with fresh keys; a key that got lost is replaced."""
    for body, user, officer, name, client_id in CONSUMERS:
        with days_ago(REGISTERED):
            _appoint(body, user, officer)
            actor = actor_by_user_name(user)
        system = ConsumerSystem.objects.filter(client_id=client_id).first()
        if system is None:
            given: dict[str, Any] = {"name": name, "client_id": client_id, "protection": 3}
            with days_ago(REGISTERED):
                perform(systems.register_system, actor, public_key=keys.make(client_id), **given)
        elif not keys.path(client_id).exists():
            perform(systems.change_key, actor, system, public_key=keys.make(client_id))


def _appoint(body: str, user: str, name: str) -> None:
    """Appoint an integrator who is not of the cast."""
    found = Office.objects.filter(kind=Office.Kind.INTEGRATOR, terms__officer__user_name=user)
    if not found.exists():
        unit = Body.objects.get(name=body)
        given: dict[str, Any] = {
            "name": name,
            "user_name": user,
            "kind": Office.Kind.INTEGRATOR,
            "since": clock.today(),
        }
        perform(bodies.appoint_officer, SYSTEM, unit, **given)
