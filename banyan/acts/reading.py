"""Reading a register page by page: search, filters, sort and a key to go on from, at the same cost everywhere."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.exceptions import FieldError, ValidationError
from django.db.models import Q, QuerySet

from banyan.acts.actor import Actor
from banyan.acts.asks import FIRST_YEAR, LAST_YEAR
from banyan.acts.errors import Invalid
from banyan.acts.order import Key, Order
from banyan.acts.register import Column, Filter, Find, Register
from banyan.kit.numbers import whole
from banyan.kit.sentence import say

PAGE = 50
MOST = 200
SHOWN = 60
"""So much of a value that cannot be read is told back."""


def number_in(given: Mapping[str, str], name: str) -> int | None:
    """The number that a parameter of an address holds; None when it is left out, Invalid when it holds none."""
    text = given.get(name, "")
    number = whole(text)
    if text and number is None:
        raise Invalid({name: say("“{value}” is no whole number.", value=text[:SHOWN])})
    return number


def year_in(given: Mapping[str, str], name: str) -> int | None:
    """As ``number_in``, of a year that an act could be done in."""
    year = number_in(given, name)
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        raise Invalid({name: say("Give a year from {first} to {last}.", first=FIRST_YEAR, last=LAST_YEAR)})
    return year


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


def _as_they_are(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows


def read_page(
    register: Register,
    actor: Actor,
    query: Query,
    beside: Callable[[QuerySet[Any]], QuerySet[Any]] = _as_they_are,
) -> Read:
    """The rows that the actor may see, narrowed and in order. Invalid when the query cannot be read.

    ``beside`` adds to the rows what a surface wants to know of each, within the same query.
    """
    for name, text in {"q": query.search, "after": query.after, **query.filters}.items():
        if "\0" in text:
            raise Invalid({name: say("Leave out the sign with the number 0.")})
    if not 1 <= query.limit <= MOST:
        raise Invalid({"limit": say("Ask for 1 to {most} rows.", most=MOST)})
    rows = narrowed(register, actor, query)
    if query.search and register.find:
        page = _found(register.find, rows, beside, query)
    else:
        page = _sorted(beside(rows), _order(register, query.sort), query)
    if register.together:
        register.together(page.rows)
    return page


def _found(
    find: Find, rows: QuerySet[Any], beside: Callable[[QuerySet[Any]], QuerySet[Any]], query: Query
) -> Read:
    """The rows that the index of the register finds, the best first."""
    hits = find(query.search, rows, query.limit, query.after)
    found = beside(rows).in_bulk(hits.numbers)
    return Read([found[pk] for pk in hits.numbers if pk in found], hits.more)


def _sorted(rows: QuerySet[Any], order: Order, query: Query) -> Read:
    page = _in_order(rows, order, order.key(query.after), query.limit + 1)
    more = order.cursor(page[query.limit - 1]) if len(page) > query.limit else ""
    return Read(page[: query.limit], more)


def every_row(register: Register, actor: Actor, query: Query) -> Iterator[Any]:
    """The rows of all pages from the query's on, each page read when its rows are asked for.

    Raises Invalid when the query cannot be read, before the first row.
    """
    query = replace(query, limit=MOST)
    return _on_from(read_page(register, actor, query), register, actor, query)


def _on_from(page: Read, register: Register, actor: Actor, query: Query) -> Iterator[Any]:
    yield from page.rows
    while page.more:
        page = read_page(register, actor, replace(query, after=page.more))
        yield from page.rows


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
    none = Invalid({one.name: say("“{value}” is no value of this filter.", value=value[:SHOWN])})
    try:
        return rows.filter(one.condition(value))
    except (ValueError, ValidationError, FieldError):
        raise none from None


def _order(register: Register, sort: str) -> Order:
    name = sort.lstrip("-")
    if not name:
        return Order(register.model._meta.pk, down=True)
    if not any(column.path == name and column.sort for column in register.columns):
        raise Invalid({"sort": say("This register cannot be sorted by “{name}”.", name=name)})
    field = next(one for one in register.model._meta.concrete_fields if one.name == name)
    return Order(field, down=sort.startswith("-"))


def _in_order(rows: QuerySet[Any], order: Order, key: Key | None, most: int) -> list[Any]:
    """The rows after the key: those with a value in its order, then those without one."""
    if not order.field.null:
        return list(order.beyond(rows, key)[:most])
    found: list[Any] = []
    if key is None or key.value is not None:
        found = list(order.beyond(rows.filter(**{f"{order.field.name}__isnull": False}), key)[:most])
    if len(found) < most:
        empty = rows.filter(**{f"{order.field.name}__isnull": True}).order_by(order.mark("pk"))
        if key is not None and key.value is None:
            empty = empty.filter(**{f"pk__{order.side}": key.pk})
        found += empty[: most - len(found)]
    return found


def sortable(register: Register) -> list[Column]:
    """The columns that the register can be sorted by."""
    return [column for column in register.columns if column.sort]
