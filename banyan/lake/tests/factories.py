"""A small province in which resources can be loaded, made by its own acts."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.door import perform
from banyan.acts.models import Entry
from banyan.bodies.acts import appoint_officer, load_regions, register_body
from banyan.bodies.models import Body, Office, Region
from banyan.bodies.queries import actor_by_user_name
from banyan.catalogue.acts.resources import accept_resource, describe_resource, submit_resource
from banyan.catalogue.models import Resource
from banyan.kit.identifiers import citizen, credit_code, organisation_code
from banyan.lake.models import Load

REGIONS = [
    ("350000", "福建省", "province", ""),
    ("350100", "福州市", "city", "350000"),
    ("350102", "鼓楼区", "county", "350100"),
    ("350103", "台江区", "county", "350100"),
]
PEOPLE_ITEMS = [
    "公民身份号码\tC\t18\tkey\trequired\tsensitive",
    "姓名\tC\t10\trequired",
    "性别\tC\t1",
    "出生日期\tD\t10",
    "居住地行政区划代码\tC\t6",
    "联系电话\tC\t20\tsensitive",
]
PEOPLE_COLUMNS = [line.split("\t")[0] for line in PEOPLE_ITEMS]


@dataclass(frozen=True)
class Province:
    """A body that holds a resource of people, its data officer, the catalogue officer, and one of another body."""

    resource: Resource
    officer: Actor
    cataloguer: Actor
    stranger: Actor

    def file(
        self, folder: Path, rows: list[list[str]], name: str = "people.csv", encoding: str = "utf-8"
    ) -> Path:
        """A CSV with the resource's columns and these rows."""
        return write_csv(folder / name, [PEOPLE_COLUMNS, *rows], encoding)

    def states(self) -> list[str]:
        """The states of the resource's loads, the first load first."""
        return list(
            Load.objects.filter(resource=self.resource).order_by("number").values_list("state", flat=True)
        )


def write_csv(path: Path, rows: list[list[str]], encoding: str = "utf-8") -> Path:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def person(number: int, **changed: str) -> list[str]:
    """The row of an invented person; the same number gives the same person."""
    born = date(1950, 1, 1 + number % 28)
    row = {
        "公民身份号码": str(citizen.make("350102", born, number % 1000)),
        "姓名": f"张试{number}",
        "性别": str(1 + number % 2),
        "出生日期": born.isoformat(),
        "居住地行政区划代码": "350102",
        "联系电话": f"1000{number:07}",
    }
    return list({**row, **changed}.values())


def made(entry: Entry) -> int:
    """The number of what an act made."""
    assert entry.object_id is not None
    return entry.object_id


def make_body(number: int, name: str, kind: str, officers: dict[str, str]) -> Body:
    """A county body with officers by their office."""
    code = str(credit_code.make("11", "350102", organisation_code.make(f"DEM{number:05}")))
    region = Region.objects.get(code="350102")
    entry = perform(
        register_body, SYSTEM, name=name, code=code, kind=Body.Kind(kind), level="county", region=region
    )
    body = Body.objects.get(pk=made(entry))
    since = date(2026, 1, 1)
    for office, user in officers.items():
        kind = Office.Kind(office)
        perform(appoint_officer, SYSTEM, body, name=user, user_name=user, kind=kind, since=since)
    return body


def make_resource(holder: Actor, cataloguer: Actor, *, code: str, name: str, items: list[str]) -> Resource:
    """A resource, described, submitted and accepted."""
    entry = perform(
        describe_resource,
        holder,
        code=code,
        name=name,
        resource_class="1",
        abstract="…",
        media="数据库",
        sharing="1",
        opening="closed",
        cycle="daily",
        classification="internal",
        items="\n".join(items),
    )
    resource = Resource.objects.get(pk=made(entry))
    perform(submit_resource, holder, resource)
    perform(accept_resource, cataloguer, resource)
    return Resource.objects.get(pk=resource.pk)


def make_province() -> Province:
    perform(load_regions, SYSTEM, number=len(REGIONS), rows={"regions": REGIONS})
    make_body(1, "鼓楼区数字办", "managing_department", {"catalogue_officer": "mulu"})
    make_body(2, "鼓楼区公安分局", "application_unit", {"data_officer": "shuju"})
    make_body(3, "鼓楼区民政局", "application_unit", {"data_officer": "waibu"})
    officer, cataloguer = actor_by_user_name("shuju"), actor_by_user_name("mulu")
    resource = make_resource(officer, cataloguer, code="1/01/1", name="人口基础信息", items=PEOPLE_ITEMS)
    return Province(resource, officer, cataloguer, actor_by_user_name("waibu"))
