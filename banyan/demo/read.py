"""The demo province's data as typed rows, read from the installed package."""

import csv
import gzip
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, get_type_hints

from banyan.demo.records import (
    Body,
    Code,
    CollectionItem,
    Element,
    ExpectedField,
    Form,
    Officer,
    OpenDataset,
    Region,
    Resource,
    ResourceItem,
    Service,
    ShareRequest,
)

Row = TypeVar("Row")


HOLDINGS = {
    "人口基础信息": "people.csv.gz",
    "企业基本信息": "firms.csv.gz",
    "低保对象信息": "assistance.csv.gz",
    "普通高等学校名单": "open/universities.csv",
    "公共图书馆名录": "open/libraries.csv",
    "行政区划信息": "open/divisions.csv",
}
"""The files with rows, by the name of the resource whose items are their columns."""

_PARSERS: dict[Any, Callable[[str], Any]] = {
    str: str,
    int: int,
    float: float,
    bool: "1".__eq__,
    date: date.fromisoformat,
    int | None: lambda text: int(text) if text else None,
    tuple[str, ...]: lambda text: tuple(filter(None, text.split(";"))),
}


def content(name: str) -> bytes:
    """The bytes of a data file by its path below ``data``; what is compressed comes unpacked."""
    data = files("banyan.demo").joinpath("data", *name.split("/")).read_bytes()
    return gzip.decompress(data) if name.endswith(".gz") else data


def rows(name: str, encoding: str = "utf-8") -> Iterator[dict[str, str]]:
    """The rows of a CSV file by their column names."""
    return csv.DictReader(io.StringIO(content(name).decode(encoding), newline=""))


def _typed(kind: type[Row], name: str) -> tuple[Row, ...]:
    parsers = [(column, _PARSERS[hint]) for column, hint in get_type_hints(kind).items()]
    return tuple(kind(**{column: parse(row[column]) for column, parse in parsers}) for row in rows(name))


@cache
def regions() -> tuple[Region, ...]:
    """Province, cities, counties, townships and villages, each level after the one above it."""
    return _typed(Region, "regions.csv.gz")


@cache
def bodies() -> tuple[Body, ...]:
    """All bodies, each after its superior."""
    return _typed(Body, "bodies.csv")


@cache
def officers() -> tuple[Officer, ...]:
    """The cast of the story."""
    return _typed(Officer, "officers.csv")


@cache
def resources() -> tuple[Resource, ...]:
    """The resource catalogue, the complete hand-written resources first."""
    return _typed(Resource, "resources.csv.gz")


@cache
def resource_items() -> tuple[ResourceItem, ...]:
    """The items of all resources in their order."""
    return _typed(ResourceItem, "resource_items.csv.gz")


@cache
def elements() -> tuple[Element, ...]:
    """The data elements."""
    return _typed(Element, "elements.csv")


@cache
def code_lists() -> tuple[Code, ...]:
    """The values of all code lists."""
    return _typed(Code, "code_lists.csv")


@cache
def collection_items() -> tuple[CollectionItem, ...]:
    """The collection catalogue."""
    return _typed(CollectionItem, "collection_items.csv")


@cache
def forms() -> tuple[Form, ...]:
    """The three forms of the story."""
    return _typed(Form, "forms/forms.csv")


@cache
def expected_fields() -> tuple[ExpectedField, ...]:
    """What a check of the forms should say."""
    return _typed(ExpectedField, "forms/expected.csv")


@cache
def services() -> tuple[Service, ...]:
    """The application and service catalogue."""
    return _typed(Service, "services.csv")


@cache
def open_datasets() -> tuple[OpenDataset, ...]:
    """The open datasets."""
    return _typed(OpenDataset, "open_datasets.csv")


@cache
def share_requests() -> tuple[ShareRequest, ...]:
    """The share requests of the past weeks."""
    return _typed(ShareRequest, "share_requests.csv")


def boundaries() -> dict[str, Any]:
    """The boundaries of cities and counties as a GeoJSON feature collection with code, name and level."""
    collection: dict[str, Any] = json.loads(content("boundaries.geojson"))
    return collection
