"""Rows, objects and entries as JSON."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext

from banyan.acts import registry
from banyan.acts.access import tables_beside
from banyan.acts.actor import Actor
from banyan.acts.models import Entry
from banyan.acts.register import Column, Register, value_at
from banyan.acts.sentences import entry_sentence, refusals_of
from banyan.law.inforce import pack
from banyan.law.norms import Norm


def name_of(column: Column) -> str:
    """The member's name: ``get_sharing_display`` is ``sharing``, ``resource.body`` is ``resource_body``."""
    path = column.path
    if path == "__str__":
        return "name"
    return ".".join(step.removeprefix("get_").removesuffix("_display") for step in path.split(".")).replace(
        ".", "_"
    )


def value_of(row: Any, column: Column) -> Any:
    """The value as JSON: a choice by its code, a record by its number and name."""
    steps = [
        step.removeprefix("get_").removesuffix("_display") if step.startswith("get_") else step
        for step in column.path.split(".")
    ]
    return as_json(value_at(row, ".".join(steps)))


def as_json(value: Any) -> Any:
    """A record by its number and name, days as ISO 8601 writes them, amounts as text."""
    if isinstance(value, Model):
        return {"id": value.pk, "name": str(value)}
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list | tuple):
        return [str(one) for one in value]
    return str(value)


def row_as_json(register: Register, row: Any) -> dict[str, Any]:
    """A row of a list: its number, its name, its state and the columns of the register."""
    facts = {name_of(column): value_of(row, column) for column in register.columns}
    return {
        "id": row.pk,
        "name": str(row),
        "state": getattr(row, "state", None),
        **facts,
        "url": f"/api/v1/{register.path}/{row.pk}",
    }


def object_as_json(register: Register, row: Any, actor: Actor) -> dict[str, Any]:
    """An object with all its facts and its small tables."""
    facts = {name_of(fact): value_of(row, fact) for group in register.groups for fact in group.facts}
    related: dict[str, Any] = {}
    for one, rows in tables_beside(register, row, actor):
        related[one.named(rows)] = [_related(each, one.columns) for each in rows[: one.most]]
    return {
        "id": row.pk,
        "noun": register.noun,
        "name": str(row),
        "state": getattr(row, "state", None),
        "facts": facts,
        **related,
    }


def _related(row: Any, columns: tuple[Column, ...]) -> dict[str, Any]:
    """A row of a small table; one that is counted rather than stored has no number."""
    facts = {name_of(column): value_of(row, column) for column in columns}
    return {"id": row.pk, **facts} if isinstance(row, Model) else facts


def entry_as_json(entry: Entry) -> dict[str, Any]:
    """An entry with its sentence in the caller's language."""
    register = registry.registers.get(entry.noun)
    on = {"noun": entry.noun, "id": entry.object_id}
    if register and entry.object_id:
        on["url"] = f"/api/v1/{register.path}/{entry.object_id}"
    norm = Norm(entry.norm)
    return {
        "entry": entry.pk,
        "act": entry.act,
        "outcome": entry.outcome,
        "at": entry.at.isoformat(),
        "norm": entry.norm,
        "article": str(pack().article(norm)) if pack().holds(norm) else "",
        "by": {"body": entry.body, "office": entry.office},
        "on": on,
        "sentence": entry_sentence(entry, gettext),
        "refusals": refusals_of(entry, gettext),
    }
