"""The demo's data files as the rows that the loading acts take."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.models import Body, Officer
from banyan.bodies.queries import actor_of
from banyan.catalogue.models import ServiceEntry
from banyan.demo import read, records

STALE_EVERY = 23
"""So many resources apart one has not been kept up to date, for the findings of the demo."""
CYCLE_DAYS = {
    "real_time": 0,
    "daily": 1,
    "weekly": 7,
    "monthly": 31,
    "quarterly": 92,
    "half_yearly": 183,
    "yearly": 366,
    "other": 0,
}


def element(one: records.Element) -> dict[str, Any]:
    """A data element as ``load_elements`` takes it."""
    return {
        "name": one.name,
        "synonyms": ";".join(one.synonyms),
        "data_type": one.data_type,
        "length": one.length,
        "pattern": (one.format or one.code_list)[:120],
        "definition": one.definition,
        "standard": one.standard[:80],
    }


def resource(number: int, one: records.Resource) -> dict[str, Any]:
    """A resource as ``load_resources`` takes it; some were last updated long ago."""
    days = CYCLE_DAYS[one.cycle]
    stale = number % STALE_EVERY == 0 and days > 0
    updated: date = clock.today() - timedelta(days=days * 3 + 4 if stale else min(days // 2, 20))
    row = {
        name: value for name, value in asdict(one).items() if name not in {"provider_code", "published_on"}
    }
    return {**row, "body": one.provider_code, "updated_on": updated.isoformat()}


def item(one: records.ResourceItem) -> dict[str, Any]:
    """A resource item as ``load_resources`` takes it."""
    return {
        "resource": one.resource_code,
        "position": one.position,
        "name": one.name,
        "data_type": one.data_type,
        "length": one.length or 0,
        "codes": one.code_list,
        "is_key": one.is_key,
        "is_sensitive": one.is_sensitive,
        "is_required": one.is_required,
    }


def service(one: records.Service) -> dict[str, Any]:
    """A service entry as ``load_services`` takes it."""
    contact = f"{one.access}；可用率 {one.availability}%；{one.reply_hours} 小时内答复"
    return {
        "body": one.provider_code,
        "code": one.code,
        "name": one.name,
        "kind": one.kind,
        "abstract": one.abstract,
        "contact": contact,
    }


def county_services() -> Iterator[dict[str, Any]]:
    """One entry for each county whose managing department offers nothing yet: the booking of its service hall."""
    offering = {one.region for one in read.services()}
    for body in read.bodies():
        if body.kind == Body.Kind.MANAGING and body.region not in offering:
            yield {
                "body": body.code,
                "code": f"YF{body.region}-0001",
                "name": f"{body.name.removesuffix('数字办')}政务服务大厅预约取号服务",
                "kind": ServiceEntry.Kind.CHANNEL.value,
                "abstract": "各单位政务服务窗口的网上预约、现场取号和办件提醒",
                "contact": "接口调用；可用率 99.5%；8 小时内答复",
            }


def collection_items() -> list[dict[str, Any]]:
    """The collection catalogue; an item of a line stands under the provincial body of that line."""
    provincial = {
        body.line: body.code
        for body in read.bodies()
        if body.level == "province" and body.kind == "application_unit"
    }
    fallback = next(iter(provincial.values()))
    return [
        {
            "body": provincial.get(one.line, fallback),
            "line": one.line,
            "matter": one.matter,
            "name": one.name,
            "subject": one.subject,
            "frequency": one.frequency,
            "basis": one.basis,
            "level": one.level,
            "region": one.region,
        }
        for one in read.collection_items()
    ]


def officer_of(body: Body, kind: str) -> Actor | None:
    """The officer who holds this office of the body in the demo, or None."""
    found = Officer.objects.filter(terms__office__body=body, terms__office__kind=kind).first()
    return actor_of(found) if found else None
