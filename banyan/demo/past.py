"""The past weeks of the demo: agreements, editions, systems, and requests in every state, done as acts at their time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from banyan.acts import clock
from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.door import perform
from banyan.acts.reaction import follow
from banyan.bodies import acts as bodies
from banyan.bodies.models import Agreement, Body, Office
from banyan.bodies.queries import actor_by_user_name
from banyan.catalogue.acts import editions as edition_acts
from banyan.catalogue.models import Edition, Resource
from banyan.catalogue.queries.resources import entries_for
from banyan.demo import keys
from banyan.exchange import acts
from banyan.exchange.models import ConsumerSystem, ShareRequest

CLAUSE = "本协议形成的信息资源属于国家所有，由同级人民政府电子政务管理部门综合管理；协议终止时，乙方应当将全部数据移交并销毁副本。"
COMPILERS = ("yeshixing", "huangliyue", "wuyanglan", "caiyangting", "wangshiyu")
CONSUMERS = (
    ("wuliyuan", "高龄津贴审核系统", "gulou-minzheng"),
    ("fangshijie", "社会救助核对系统", "fuzhou-minzheng"),
    ("linlituo", "个体工商户补贴系统", "gulou-shichang"),
)
"""User name of the integrator, name of the system, client id."""
INTEGRATORS = (
    ("福州市民政局", "fangshijie", "方示接"),
    ("鼓楼区市场监督管理局", "linlituo", "林例拓"),
)
"""Integrators besides those of the cast: body, user name, name."""


@contextmanager
def days_ago(days: float) -> Iterator[None]:
    """Let acts happen so many days ago."""
    with clock.at(clock.now() - timedelta(days=days)):
        yield


def agreements() -> None:
    """The platform and the backbone are commissioned, each with its ownership clause."""
    if Agreement.objects.exists():
        return
    office = actor_by_user_name("yeshixing")
    supplier = Body.objects.filter(kind=Body.Kind.TECHNICAL).order_by("code").first()
    for title in ("全省政务信息资源开放共享平台建设运行委托协议", "全省电子政务骨干网络建设运行委托协议"):
        with days_ago(300):
            perform(
                bodies.conclude_agreement,
                office,
                title=title,
                mode="commission",
                supplier=supplier,
                ownership_clause=CLAUSE,
                since=date(2026, 2, 1),
                until=date(2029, 1, 31),
            )


def editions() -> None:
    """The compilers publish their catalogues; one city did so long ago, others never."""
    for number, user in enumerate(COMPILERS):
        actor = actor_by_user_name(user)
        for kind in Edition.Kind.values:
            if not Edition.objects.filter(body=actor.offices[0].body, kind=kind).exists():
                with days_ago(150 if number == 3 else 30):
                    _publish(actor, kind)


def _publish(actor: Actor, kind: str) -> None:
    entry = perform(edition_acts.begin_edition, actor, kind=kind)
    edition = Edition.objects.get(pk=entry.object_id or 0)
    if not entries_for(edition).exists():
        return
    perform(edition_acts.review_edition, actor, edition)
    perform(edition_acts.publish_edition, actor, edition)


def systems() -> None:
    """The consumers' systems register with fresh keys."""
    for body, user, name in INTEGRATORS:
        perform(
            bodies.appoint_officer,
            SYSTEM,
            Body.objects.get(name=body),
            key=f"demo/{user}",
            name=name,
            user_name=user,
            kind=Office.Kind.INTEGRATOR,
            since=date(2026, 1, 4),
        )
    for user, name, client_id in CONSUMERS:
        if ConsumerSystem.objects.filter(client_id=client_id).exists():
            continue
        _path, public = keys.make_key(client_id)
        with days_ago(60):
            perform(
                acts.register_system,
                actor_by_user_name(user),
                name=name,
                client_id=client_id,
                protection=3,
                public_key=public,
            )


def requests() -> None:
    """Requests in every state: granted, granted by rule, refused with ground, waiting, overdue."""
    if ShareRequest.objects.exists():
        return
    elderly = {
        "purpose": "高龄津贴资格审核",
        "legal_basis": "《中华人民共和国老年人权益保障法》第三十三条",
        "case_type": "高龄津贴申领",
    }
    relief = {
        "purpose": "社会救助家庭状况核对",
        "legal_basis": "《社会救助暂行办法》第五十八条",
        "case_type": "临时救助",
    }
    subsidy = {
        "purpose": "开业补贴资格核验",
        "legal_basis": "《促进个体工商户发展条例》第十条",
        "case_type": "个体工商户开业补贴",
    }
    _granted(40, "chenyangwen", "gulou-minzheng", "1/01/001/350000/0001", "huangshian", 5, elderly)
    _granted(33, "fangyangyi", "fuzhou-minzheng", "2/03/005/350000/0001", "liushihui", 6, relief)
    _asked(35, "caishishang", "gulou-shichang", "1/02/001/350000/0001", 6, subsidy)
    refused = _asked(28, "fangyangyi", "fuzhou-minzheng", "2/03/005/350000/0006", 4, relief)
    with days_ago(24):
        perform(
            acts.refuse_share,
            actor_by_user_name("sushibei"),
            refused,
            ground="personal_privacy",
            ground_basis="《中华人民共和国个人信息保护法》第二十八条",
            reason="所申请信息项与救助核对无直接关系，可改申请参保状态核验服务。",
        )
    _asked(30, "fangyangyi", "fuzhou-minzheng", "1/03/001/350000/0001", 4, relief)
    _asked(21, "caishishang", "gulou-shichang", "1/01/001/350000/0004", 3, subsidy)
    _asked(9, "chenyangwen", "gulou-minzheng", "2/03/005/350000/0005", 4, elderly)
    _asked(3, "caishishang", "gulou-shichang", "1/01/001/350000/0001", 4, subsidy)


def _asked(days: float, user: str, client_id: str, code: str, items: int, purpose: dict[str, str]) -> int:
    """A request made so many days ago; unconditional ones are granted by rule at the same moment."""
    actor = actor_by_user_name(user)
    resource = Resource.objects.get(code=code)
    with days_ago(days):
        entry = perform(
            acts.submit_share_request,
            actor,
            resource=resource,
            items=list(resource.items.order_by("position")[:items]),
            system=ConsumerSystem.objects.get(client_id=client_id),
            daily_volume=500,
            until=clock.today() + timedelta(days=500),
            responsible=actor.officer,
            **purpose,
        )
        follow(entry)
    return entry.object_id or 0


def _granted(
    days: float, user: str, client_id: str, code: str, decider: str, items: int, purpose: dict[str, str]
) -> None:
    """A request that its provider granted three days later, with personal contact masked."""
    number = _asked(days, user, client_id, code, items, purpose)
    request = ShareRequest.objects.get(pk=number)
    with days_ago(days - 3):
        perform(
            acts.grant_share,
            actor_by_user_name(decider),
            request,
            items=list(request.items.all()),
            until=request.until,
            masked=list(request.items.filter(is_sensitive=True, is_key=False)),
        )
