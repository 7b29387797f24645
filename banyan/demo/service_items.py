"""What sharing has spared people in the demo: service items whose papers and days a grant takes away."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.bodies.queries import actor_by_user_name
from banyan.catalogue.acts import developments
from banyan.catalogue.models import Development, Resource, Subject
from banyan.demo.timeline import days_ago
from banyan.exchange.acts import effects
from banyan.exchange.models import Grant, ServiceItem, ServiceMaterial

REGISTERED, SPARED, ORGANISED, TOLD = 38, 30, 100, 20
"""So many days ago."""


@dataclass(frozen=True)
class Matter:
    """A service item of the past, the papers that a share supplies, and what is promised since."""

    officer: str
    code: str
    name: str
    subject: Subject
    days: tuple[int, int, int]
    visits: tuple[int, int]
    asked: tuple[str, ...]
    spared: tuple[str, ...]
    shared: str


MATTERS = (
    Matter(
        "chenyangwen",
        "350102-MZ-0007",
        "高龄津贴申领",
        Subject.PERSON,
        (20, 15, 7),
        (2, 1),
        ("身份证复印件", "户口簿复印件", "生存证明", "银行卡复印件"),
        ("户口簿复印件", "生存证明"),
        "1/01/001/350000/0001",
    ),
    Matter(
        "caishishang",
        "350102-SC-0012",
        "个体工商户开业补贴申领",
        Subject.LEGAL,
        (30, 20, 10),
        (2, 0),
        ("营业执照复印件", "法定代表人身份证复印件", "经营场所证明"),
        ("营业执照复印件",),
        "1/02/001/350000/0001",
    ),
)
OFFICE, OPENED = "yeshixing", "2/11/009/350000/0001"
DEVELOPER, PURPOSE = "福州某环境信息有限公司（示例）", "空气质量预报和出行提醒"


def are_there() -> bool:
    codes = [one.code for one in MATTERS]
    return ServiceItem.objects.filter(code__in=codes, days_saved__gt=0).count() == len(codes) and (
        Development.objects.filter(developer=DEVELOPER).exists()
    )


def prepare() -> None:
    """Register the service items, spare what the grants of the past supply, and have an opened resource developed."""
    for one in MATTERS:
        _spare(one, actor_by_user_name(one.officer))
    if not Development.objects.filter(developer=DEVELOPER).exists():
        _develop(actor_by_user_name(OFFICE))


def _item(one: Matter) -> ServiceItem | None:
    return ServiceItem.objects.filter(code=one.code).first()


def _spare(one: Matter, actor: Actor) -> None:
    if _item(one) is None:
        statutory, first, _ = one.days
        given: dict[str, Any] = {"statutory_days": statutory, "promised_days": first, "visits": one.visits[0]}
        named: dict[str, Any] = {
            "code": one.code,
            "name": one.name,
            "subject": one.subject,
            "materials": "\n".join(one.asked),
        }
        with days_ago(REGISTERED):
            perform(effects.register_service_item, actor, **named, **given)
    item = ServiceItem.objects.get(code=one.code)
    grant = Grant.objects.get(consumer=item.body, resource__code=one.shared, state=Grant.State.ACTIVE)
    with days_ago(SPARED):
        asked = ServiceMaterial.objects.filter(item=item, name__in=one.spared, state="asked")
        for material in asked.order_by("position"):
            perform(effects.spare_material, actor, material, grant=grant)
        if not item.days_saved:
            now: dict[str, Any] = {"days": one.days[2], "visits": one.visits[1]}
            perform(effects.shorten_promise, actor, item, grant=grant, **now)


def _develop(actor: Actor) -> None:
    with days_ago(ORGANISED):
        made = perform(
            developments.register_development,
            actor,
            resource=Resource.objects.get(code=OPENED),
            developer=DEVELOPER,
            purpose=PURPOSE,
            terms="注明数据来源，不得转让。",
            until=clock.today() + timedelta(days=3 * 365),
        ).on
    with days_ago(TOLD):
        perform(developments.record_development, actor, made, made="“今日空气”小程序（示例）", users=18600)
