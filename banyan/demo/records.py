"""What a row of each data file of the demo says."""

from dataclasses import dataclass
from datetime import date


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
class ShareRequest:
    """A share request (共享申请) of the past weeks and its answer, if it has one; times are in days before today.

    ``days`` tells whether ``asked`` counts calendar or working days, so that a deadline is met or missed on any day on
    which the demo is loaded. With a ``ground`` it was refused, else granted whole with the items of ``masked`` masked.
    """

    asked: int
    days: str
    officer: str
    system: str
    resource: str
    items: tuple[str, ...]
    purpose: str
    legal_basis: str
    case_type: str
    answered: int | None
    answerer: str
    masked: tuple[str, ...]
    ground: str
    ground_basis: str
    reason: str
