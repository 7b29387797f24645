"""The demo province's data as typed rows, read from the installed package."""

import csv
import gzip
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, get_type_hints

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Region:
    """A region (行政区划) of Fujian; ``flag`` tells a statistical unit, an added or renamed township, the zone."""

    code: str
    name: str
    level: str
    parent: str
    flag: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body (单位) by its synthetic credit code; ``superior_code`` is the body of its line one level up."""

    code: str
    name: str
    short_name: str
    kind: str
    level: str
    region: str
    superior_code: str
    line: str


@dataclass(frozen=True, slots=True)
class Officer:
    """An invented officer (经办人) who holds one office (岗位) in a body."""

    user_name: str
    name: str
    body_code: str
    office: str
    post: str


@dataclass(frozen=True, slots=True)
class Resource:
    """An entry of the resource catalogue (信息资源); ``ground`` and its basis are set only where it is not shared."""

    code: str
    name: str
    provider_code: str
    resource_class: str
    subclass: str
    abstract: str
    media: str
    sharing: str
    condition: str
    ground: str
    ground_basis: str
    opening: str
    opening_condition: str
    cycle: str
    classification: str
    required_protection: int
    published_on: date


@dataclass(frozen=True, slots=True)
class ResourceItem:
    """A resource item (信息项); ``length`` in characters or digits, ``element`` empty where none fits."""

    resource_code: str
    position: int
    name: str
    element: str
    data_type: str
    length: int | None
    code_list: str
    is_required: bool
    is_sensitive: bool
    is_key: bool


@dataclass(frozen=True, slots=True)
class Element:
    """A data element (数据元) with the other names it goes by; ``standard`` only where it is sure."""

    name: str
    synonyms: tuple[str, ...]
    data_type: str
    length: int | None
    code_list: str
    format: str
    sensitive: bool
    definition: str
    standard: str


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a code list (代码表)."""

    list: str
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class CollectionItem:
    """A collection item (采集项): what a line's bodies may ask of whom for one matter, and under which law."""

    code: str
    line: str
    matter: str
    name: str
    element: str
    data_type: str
    length: int | None
    subject: str
    basis: str
    frequency: str
    level: str
    region: str


@dataclass(frozen=True, slots=True)
class Form:
    """A collection form (采集表); its fields are the files ``forms/<form>.xlsx`` and ``.csv``."""

    form: str
    title: str
    body: str
    matter: str
    subject: str
    basis: str
    frequency: str
    note: str


@dataclass(frozen=True, slots=True)
class ExpectedField:
    """What a check should say of one field: share, identify (the key of the share), collect or refuse."""

    form: str
    number: int
    name: str
    element: str
    expected: str
    from_resource: str


@dataclass(frozen=True, slots=True)
class Service:
    """An entry of the application and service catalogue (应用与服务目录条目); availability in percent a year."""

    code: str
    name: str
    kind: str
    provider_code: str
    level: str
    region: str
    access: str
    availability: float
    reply_hours: int
    abstract: str


@dataclass(frozen=True, slots=True)
class OpenDataset:
    """An open dataset (开放数据集); ``file`` names the committed copy, empty where only the entry is here."""

    code: str
    title: str
    resource_code: str
    provider_code: str
    format: str
    cycle: str
    terms: str
    file: str
    description: str


@dataclass(frozen=True, slots=True)
class BadCell:
    """One bad cell of ``people_bad.csv``: its row (the first below the header is 1), item, broken rule and value."""

    row: int
    item: str
    rule: str
    value: str


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
def bad_cells() -> tuple[BadCell, ...]:
    """The bad cells of ``people_bad.csv``."""
    return _typed(BadCell, "people_bad_cells.csv")


def boundaries() -> dict[str, Any]:
    """The boundaries of cities and counties as a GeoJSON feature collection with code, name and level."""
    collection: dict[str, Any] = json.loads(content("boundaries.geojson"))
    return collection
