"""Reading descriptions of resources and items from rows and lines."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

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

WORDS = {
    "key": "is_key",
    "主键": "is_key",
    "sensitive": "is_sensitive",
    "敏感": "is_sensitive",
    "required": "is_required",
    "必填": "is_required",
}


def items_of(resource: Resource, text: str) -> Iterator[ResourceItem]:
    """The items written one a line: name, data type, length and the words key, sensitive, required, by tabs."""
    lines = [line for line in text.splitlines() if line.strip()]
    for number, line in enumerate(lines, start=1):
        name, *rest = (cell.strip() for cell in line.replace("，", "\t").replace(",", "\t").split("\t"))
        item = ResourceItem(resource=resource, position=number, name=name[:120], data_type=DataType.TEXT)
        for cell in rest:
            _apply(item, cell)
        yield item


def _apply(item: ResourceItem, cell: str) -> None:
    if cell.upper() in DataType.values:
        item.data_type = DataType(cell.upper())
    elif cell.isdigit():
        item.length = int(cell)
    elif cell.lower() in WORDS:
        setattr(item, WORDS[cell.lower()], True)


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
