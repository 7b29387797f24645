"""A small province for tests: regions, bodies and officers, made through acts."""

from datetime import date
from itertools import count
from typing import Any

from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.door import perform
from banyan.bodies import acts
from banyan.bodies.models import Body, Region
from banyan.bodies.queries import actor_by_user_name
from banyan.catalogue.acts import collection, editions, resources
from banyan.catalogue.models import CollectionItem, Edition, Resource
from banyan.kit.identifiers import credit_code, organisation_code

REGIONS = [
    ["350000", "福建省", "province", ""],
    ["350100", "福州市", "city", "350000"],
    ["350102", "鼓楼区", "county", "350100"],
    ["350103", "台江区", "county", "350100"],
]
ITEMS = """公民身份号码	C	18	key	required
姓名	C	60	required
联系电话	C	20	sensitive
户籍地行政区划代码	C	6"""
RESOURCE = {
    "name": "人口基础信息",
    "resource_class": "1",
    "abstract": "全省常住人口和户籍人口的基本信息。",
    "media": "数据库",
    "sharing": "2",
    "condition": "依法履行职责需要",
    "opening": "closed",
    "cycle": "daily",
    "classification": "sensitive",
    "items": ITEMS,
}
_numbers = count(1)


def load_regions() -> None:
    """The province, a city and two counties."""
    if not Region.objects.exists():
        perform(acts.load_regions, SYSTEM, number=len(REGIONS), rows={"regions": REGIONS})


def code(kind: str = "11") -> str:
    """A new valid credit code of the synthetic range."""
    return str(credit_code.make(kind, "350000", organisation_code.make(f"99{next(_numbers):06d}")))


def body(name: str, region: str = "350000", kind: str = "application_unit", **more: Any) -> Body:
    """A registered body."""
    load_regions()
    place = Region.objects.get(code=region)
    entry = perform(
        acts.register_body,
        SYSTEM,
        name=name,
        code=more.pop("code", code("91" if kind == "technical_service_unit" else "11")),
        kind=kind,
        level=place.level,
        region=place,
        **more,
    )
    return Body.objects.get(pk=entry.on)


def officer(of: Body, *kinds: str, name: str = "") -> Actor:
    """An officer of the body who holds these offices."""
    user = f"officer{next(_numbers)}"
    for kind in kinds:
        perform(
            acts.appoint_officer,
            SYSTEM,
            of,
            name=name or user,
            user_name=user,
            kind=kind,
            since=date(2020, 1, 1),
        )
    return actor_by_user_name(user)


def published_resource(provider: Body, **more: Any) -> Resource:
    """A resource of the body, published in an edition of its managing department."""
    managing = provider.managing or body("电子政务管理部门", provider.region.code, "managing_department")
    catalogue = officer(managing, "catalogue_officer")
    data = officer(provider, "data_officer")
    given = {**RESOURCE, "code": f"1/01/001/{next(_numbers)}"}
    made = perform(resources.describe_resource, data, **{**given, **more}).on
    perform(resources.submit_resource, data, made)
    perform(resources.accept_resource, catalogue, [made])
    edition = perform(editions.begin_edition, catalogue, kind=Edition.Kind.RESOURCES).on
    perform(editions.review_edition, catalogue, edition)
    perform(editions.publish_edition, catalogue, edition)
    return Resource.objects.get(pk=made)


def effective_item(unit: Body, name: str, matter: str = "高龄津贴", **more: Any) -> CollectionItem:
    """An item of the collection catalogue, confirmed by unit and managing department."""
    managing = unit.managing or body("电子政务管理部门", unit.region.code, "managing_department")
    designer = officer(unit, "form_designer")
    given = {
        "matter": matter,
        "name": name,
        "subject": "natural_person",
        "frequency": "on_application",
        "basis": "老年人权益保障法第三十三条",
    }
    made = perform(collection.propose_item, designer, **{**given, **more}).on
    perform(collection.review_item, officer(managing, "catalogue_officer"), [made])
    perform(collection.confirm_item, designer, [made])
    return CollectionItem.objects.get(pk=made)
