"""Reading a register page by page: search, filters, sort and a key to go on from, at the same cost everywhere."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.exceptions import FieldError, ValidationError
from django.db.models import Q, QuerySet

from banyan.acts.actor import Actor
from banyan.acts.errors import Invalid
from banyan.acts.register import Column, Filter, Register
from banyan.kit.sentence import say

PAGE = 50
MOST = 200


@dataclass(frozen=True)
class Query:
    """What a reader asks of a register (查询)."""

    search: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    sort: str = ""
    after: str = ""
    limit: int = PAGE


@dataclass(frozen=True)
class Read:
    """One page of a register and the key of the next; ``more`` is empty at the end."""

    rows: list[Any]
    more: str


def read_page(register: Register, actor: Actor, query: Query) -> Read:
    """The rows that the actor may see, narrowed and in order. Invalid when the query cannot be read."""
    if not 1 <= query.limit <= MOST:
        raise Invalid({"limit": say("Ask for 1 to {most} rows.", most=MOST)})
    rows = narrowed(register, actor, query)
    if query.search and register.find:
        return _ranked(rows, register.find(query.search, actor), query)
    column, down = _sort(register, query.sort)
    rows = _after(rows, column, query.after, down=down).order_by(*_order(column, down=down))
    page = list(rows[: query.limit + 1])
    more = _cursor(page[query.limit - 1], column) if len(page) > query.limit else ""
    return Read(page[: query.limit], more)


def narrowed(register: Register, actor: Actor, query: Query) -> QuerySet[Any]:
    """The visible rows that match the filters and, without a search index, the search words."""
    rows = filtered(register, register.visible(actor), query.filters)
    if query.search and not register.find and register.search:
        matches = Q()
        for path in register.search:
            matches |= Q(**{f"{path}__icontains": query.search})
        rows = rows.filter(matches)
    return rows


def filtered(register: Register, rows: QuerySet[Any], filters: Mapping[str, str]) -> QuerySet[Any]:
    """The rows that match these filters of the register."""
    known = {one.name: one for one in register.filters}
    for name, value in filters.items():
        if name not in known:
            raise Invalid({name: say("This register has no filter “{name}”.", name=name)})
        rows = _filtered(rows, known[name], value)
    return rows


def _filtered(rows: QuerySet[Any], one: Filter, value: str) -> QuerySet[Any]:
    try:
        return rows.filter(one.condition(value))
    except (ValueError, ValidationError, FieldError):
        raise Invalid({one.name: say("“{value}” is no value of this filter.", value=value)}) from None


def _ranked(rows: QuerySet[Any], ids: Any, query: Query) -> Read:
    """Rows in the order of the search index; the key is the place in that order."""
    try:
        start = int(query.after or 0)
    except ValueError:
        raise Invalid({"after": say("This key to go on from is not valid.")}) from None
    found = rows.in_bulk(list(ids))
    ordered = [found[pk] for pk in ids if pk in found]
    page = ordered[start : start + query.limit]
    more = str(start + query.limit) if len(ordered) > start + query.limit else ""
    return Read(page, more)


def _sort(register: Register, sort: str) -> tuple[str, bool]:
    name = sort.lstrip("-")
    if not name:
        return "pk", True
    if not any(column.path == name and column.sort for column in register.columns):
        raise Invalid({"sort": say("This register cannot be sorted by “{name}”.", name=name)})
    return name, sort.startswith("-")


def _order(column: str, *, down: bool) -> list[str]:
    mark = "-" if down else ""
    return [f"{mark}pk"] if column == "pk" else [f"{mark}{column}", f"{mark}pk"]


def _after(rows: QuerySet[Any], column: str, after: str, *, down: bool) -> QuerySet[Any]:
    if not after:
        return rows
    value, pk = _uncursor(after)
    side = "lt" if down else "gt"
    if column == "pk":
        return rows.filter(**{f"pk__{side}": pk})
    if value is None:
        return rows.filter(**{f"{column}__isnull": True, f"pk__{side}": pk})
    return rows.filter(Q(**{f"{column}__{side}": value}) | Q(**{column: value, f"pk__{side}": pk}))


def _cursor(row: Any, column: str) -> str:
    value = None if column == "pk" else getattr(row, column)
    if isinstance(value, date | datetime):
        value = value.isoformat()
    return base64.urlsafe_b64encode(json.dumps([value, row.pk]).encode()).decode().rstrip("=")


def _uncursor(after: str) -> tuple[Any, int]:
    try:
        value, pk = json.loads(base64.urlsafe_b64decode(after + "=" * (-len(after) % 4)))
        return value, int(pk)
    except (ValueError, TypeError):
        raise Invalid({"after": say("This key to go on from is not valid.")}) from None


def sortable(register: Register) -> list[Column]:
    """The columns that the register can be sorted by."""
    return [column for column in register.columns if column.sort]
