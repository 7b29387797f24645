"""Reading descriptions of resources and items from rows and lines."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from banyan.acts.errors import Invalid
from banyan.acts.lines import fits, lines_of
from banyan.bodies.models import Body
from banyan.catalogue.models import (
    Classification,
    Cycle,
    DataType,
    Ground,
    Opening,
    Resource,
    ResourceClass,
    ResourceItem,
    Sharing,
)
from banyan.kit.numbers import whole
from banyan.kit.sentence import say

WORDS = {
    "key": "is_key",
    "主键": "is_key",
    "sensitive": "is_sensitive",
    "敏感": "is_sensitive",
    "required": "is_required",
    "必填": "is_required",
}
LONGEST_NAME = 120
"""So many characters the name of an item has at most."""

LONGEST = 2**31 - 1
"""The greatest length that an item's values may have."""


def items_of(resource: Resource, text: str) -> Iterator[ResourceItem]:
    """The items written one a line: name, data type, length and the words key, sensitive, required, by tabs.

    Invalid when a line has no name, or a cell behind it is none of these or the second of its kind.
    """
    for number, line in enumerate(lines_of(text), start=1):
        name, *cells = (cell.strip() for cell in line.replace("，", "\t").replace(",", "\t").split("\t"))
        if not name:
            raise Invalid({"items": say("Line {line} begins without a name.", line=number)})
        item = ResourceItem(
            resource=resource,
            position=number,
            name=fits("items", number, name, LONGEST_NAME),
            data_type=DataType.TEXT,
        )
        _describe(item, filter(None, cells))
        yield item


def _describe(item: ResourceItem, cells: Iterable[str]) -> None:
    """Take over what the cells behind its name say of the item, each kind once."""
    said: set[str] = set()
    for cell in cells:
        about, value = _meaning(cell)
        if about in {"", *said}:
            told = say(
                "Line {line}: “{cell}” is no data type, length or mark.", line=item.position, cell=cell
            )
            twice = say(
                "Line {line}: “{cell}” says a second time what was said.", line=item.position, cell=cell
            )
            raise Invalid({"items": twice if about else told})
        said.add(about)
        setattr(item, about, value)


def _meaning(cell: str) -> tuple[str, Any]:
    """Which attribute of an item the cell speaks of, and its value; an empty name when of none."""
    if cell.upper() in DataType.values:
        return "data_type", DataType(cell.upper())
    if length := whole(cell, least=1, most=LONGEST):
        return "length", length
    return WORDS.get(cell.lower(), ""), True


def resource_of(row: Mapping[str, Any], bodies: Mapping[str, Body]) -> Resource:
    """A resource, not yet saved, from a row of a checked list."""
    return Resource(
        code=row["code"],
        name=row["name"],
        body=bodies[row["body"]],
        resource_class=ResourceClass(row["resource_class"]),
        subclass=row["subclass"],
        abstract=row["abstract"],
        media=row["media"],
        sharing=Sharing(row["sharing"]),
        condition=row["condition"],
        ground=Ground(row["ground"]) if row["ground"] else "",
        ground_basis=row["ground_basis"],
        opening=Opening(row["opening"]),
        opening_condition=row["opening_condition"],
        cycle=Cycle(row["cycle"]),
        classification=Classification(row["classification"]),
        required_protection=int(row["required_protection"]),
        updated_on=date.fromisoformat(row["updated_on"]) if row.get("updated_on") else None,
    )


def item_of(row: Mapping[str, Any], resource: Resource) -> ResourceItem:
    """An item, not yet saved, from a row of a checked list."""
    return ResourceItem(
        resource=resource,
        position=int(row["position"]),
        name=row["name"],
        data_type=DataType(row["data_type"]),
        length=int(row["length"]) if row["length"] else None,
        codes=row["codes"],
        is_key=bool(row["is_key"]),
        is_sensitive=bool(row["is_sensitive"]),
        is_required=bool(row["is_required"]),
    )
