"""The demo's past weeks of sharing: requests granted, granted by rule, refused with ground, overdue and waiting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from django.db.models import QuerySet

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.reaction import follow
from banyan.bodies.queries import actor_by_user_name
from banyan.catalogue.models import Ground, Resource
from banyan.demo.timeline import days_ago, working_days
from banyan.exchange.acts import sharing as acts
from banyan.exchange.models import ConsumerSystem, ShareRequest

TERM = 500
"""Days for which the demo's requests ask."""


@dataclass(frozen=True)
class Purpose:
    """What a body needs data for (用途)."""

    purpose: str
    legal_basis: str
    case_type: str


@dataclass(frozen=True)
class Answer:
    """How a provider answered: with a ground it refused, else it granted everything, some items masked."""

    days: int
    officer: str
    masked: tuple[str, ...] = ()
    ground: str = ""
    ground_basis: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Past:
    """One request (共享申请) of the past; what is shared unconditionally needs no answer."""

    days: int
    officer: str
    system: str
    resource: str
    items: tuple[str, ...]
    purpose: Purpose
    answer: Answer | None = None

    def made(self) -> QuerySet[ShareRequest]:
        """The request, once it is made, and any like it, the first first."""
        same = {"system__client_id": self.system, "resource__code": self.resource}
        return ShareRequest.objects.filter(purpose=self.purpose.purpose, **same).order_by("pk")


ELDERLY = Purpose("高龄津贴资格复核", "《中华人民共和国老年人权益保障法》第三十三条", "高龄津贴申领")
RELIEF = Purpose("社会救助家庭状况核对", "《社会救助暂行办法》第五十八条", "临时救助")
SUBSIDY = Purpose("开业补贴资格核验", "《促进个体工商户发展条例》第十条", "个体工商户开业补贴")
DENIED_WITH_GROUND = Answer(
    days=24,
    officer="sushibei",
    ground=Ground.PRIVACY,
    ground_basis="《中华人民共和国个人信息保护法》第二十八条",
    reason="所申请信息项与救助核对无直接关系，可改为申请参保状态核验。",
)


def past() -> tuple[Past, ...]:
    """Every request of the past weeks; the reply to a conditional one is due within ten working days."""
    return (*_answered(), *_waiting())


def _answered() -> tuple[Past, ...]:
    return (
        Past(
            40,
            "chenyangwen",
            "gulou-minzheng",
            "1/01/001/350000/0001",
            ("公民身份号码", "姓名", "出生日期", "户籍地址", "死亡标识"),
            ELDERLY,
            Answer(37, "huangshian", masked=("户籍地址",)),
        ),
        Past(
            35,
            "caishishang",
            "gulou-shichang",
            "1/02/001/350000/0001",
            ("统一社会信用代码", "企业名称", "法定代表人姓名", "成立日期", "登记状态", "住所"),
            SUBSIDY,
        ),
        Past(
            33,
            "fangyangyi",
            "fuzhou-minzheng",
            "2/03/005/350000/0001",
            ("公民身份号码", "姓名", "低保类别", "保障人口数", "保障起始日期", "保障状态"),
            RELIEF,
            Answer(30, "liushihui"),
        ),
        Past(
            28,
            "fangyangyi",
            "fuzhou-minzheng",
            "2/03/005/350000/0006",
            ("公民身份号码", "参保状态", "参保单位名称", "缴费基数"),
            RELIEF,
            DENIED_WITH_GROUND,
        ),
    )


def _waiting() -> tuple[Past, ...]:
    """Two overdue, one due today or tomorrow, one just asked."""
    return (
        Past(
            working_days(20),
            "fangyangyi",
            "fuzhou-minzheng",
            "1/03/001/350000/0001",
            ("权利人名称", "权利人证件号", "不动产坐落", "建筑面积"),
            RELIEF,
        ),
        Past(
            working_days(13),
            "caishishang",
            "gulou-shichang",
            "1/01/001/350000/0001",
            ("公民身份号码", "姓名", "联系电话"),
            SUBSIDY,
        ),
        Past(
            working_days(8),
            "chenyangwen",
            "gulou-minzheng",
            "2/03/005/350000/0005",
            ("残疾人证号", "公民身份号码", "残疾类别", "残疾等级"),
            ELDERLY,
        ),
        Past(
            working_days(2),
            "chenyangwen",
            "gulou-minzheng",
            "2/03/005/350000/0001",
            ("公民身份号码", "低保类别", "保障状态"),
            ELDERLY,
        ),
    )


def is_done() -> bool:
    return not any(_open_moments())


def play() -> None:
    """Ask and answer what has not been, in the order in which it happened."""
    for days, happen in sorted(_open_moments(), key=lambda moment: -moment[0]):
        with days_ago(days):
            happen()


def _open_moments() -> list[tuple[int, Callable[[], None]]]:
    """What has still to happen, and how many days ago."""
    moments: list[tuple[int, Callable[[], None]]] = []
    for one in past():
        made = one.made().first()
        if made is None:
            moments.append((one.days, partial(_ask, one)))
        if one.answer and (made is None or made.state == ShareRequest.State.SUBMITTED):
            moments.append((one.answer.days, partial(_answer, one, one.answer)))
    return moments


def _ask(one: Past) -> None:
    """Make the request; one for an unconditional resource is granted by rule at the same moment."""
    actor = actor_by_user_name(one.officer)
    resource = Resource.objects.get(code=one.resource)
    entry = perform(
        acts.submit_share_request,
        actor,
        resource=resource,
        items=list(resource.items.filter(name__in=one.items)),
        system=ConsumerSystem.objects.get(client_id=one.system),
        daily_volume=500,
        until=clock.today() + timedelta(days=TERM),
        responsible=actor.officer,
        **vars(one.purpose),
    )
    follow(entry)


def _answer(one: Past, answer: Answer) -> None:
    actor, request = actor_by_user_name(answer.officer), one.made()[0]
    if answer.ground:
        given: dict[str, Any] = {
            "ground": answer.ground,
            "ground_basis": answer.ground_basis,
            "reason": answer.reason,
        }
        perform(acts.refuse_share, actor, request, **given)
        return
    items = list(request.items.all())
    masked = [item for item in items if item.name in answer.masked]
    perform(acts.grant_share, actor, request, items=items, until=request.until, masked=masked)
