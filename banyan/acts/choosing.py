"""Choosing among records: which an input offers to somebody, and which of those a few words find."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, IntegerField, Model, Q, QuerySet, Value, When

from banyan.acts import registry
from banyan.acts.actor import Actor

LONGEST = 100
"""So many characters of what is typed are searched for."""
NAMED = ("name", "title", "number", "code", "line")
"""What a noun without a register of its own is found by."""


@dataclass(frozen=True)
class Indexed:
    """The numbers of the records that an index found (索引命中); ``more`` says that it left others out."""

    numbers: Sequence[int] = ()
    more: bool = False


Finder = Callable[[str, Actor], Indexed]


@dataclass(frozen=True)
class Choice:
    """The first records to choose from, and how many there are in all (可选记录); ``more``: there may be others."""

    rows: list[Any]
    number: int
    more: bool = False


def found_by(model: type[Model], finder: Finder) -> None:
    """Let an index of a part above find the records of a noun by more than their words: by pinyin initials."""
    registry.finders.add(model._meta.label_lower, finder)


def is_spelt(model: type[Model]) -> bool:
    """Whether an index finds the records of a noun by pinyin initials."""
    return model._meta.label_lower in registry.finders


def choice(rows: QuerySet[Any], words: str, actor: Actor, most: int) -> Choice:
    """The first of these records that the words find, those that begin so before others; all without words.

    Every word stands in the name or code of a record, or an index of its noun finds them. The queries are as many for
    a hundred thousand records as for ten.
    """
    sought = " ".join(words.replace("\0", "").split())[:LONGEST]
    finder = registry.finders.get(rows.model._meta.label_lower) if sought else None
    indexed: Indexed = finder(sought, actor) if finder else Indexed()
    found = _ordered(rows.filter(_matching(rows.model, sought, indexed)) if sought else rows, sought)
    shown = list(found[: most + 1])
    number = len(shown) if len(shown) <= most else found.count()
    return Choice(shown[:most], number, indexed.more)


def _matching(model: type[Model], words: str, indexed: Indexed) -> Q:
    every = Q()
    for word in words.split():
        every &= _any(_paths(model), "icontains", word)
    return every | Q(pk__in=indexed.numbers) if indexed.numbers else every


def _any(paths: Sequence[str], how: str, word: str) -> Q:
    """Nothing where a noun has no path to be found by."""
    found = Q(pk__in=[])
    for path in paths:
        found |= Q(**{f"{path}__{how}": word})
    return found


def _paths(model: type[Model]) -> Sequence[str]:
    register = registry.registers.get(model._meta.label_lower)
    if register and register.search:
        return tuple(register.search)
    known = {one.name for one in model._meta.concrete_fields}
    return [name for name in NAMED if name in known]


def _ordered(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    """In their own order, else by name; what begins with the words stands first."""
    own = rows.query.order_by or rows.model._meta.ordering or _paths(rows.model)[:1]
    if not words:
        return rows.order_by(*own, "pk")
    begins = When(_any(_paths(rows.model), "istartswith", words), then=Value(0))
    first = Case(begins, default=Value(1), output_field=IntegerField())
    return rows.order_by(first, *own, "pk")
