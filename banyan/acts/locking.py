"""Locking what an act is about, and reading it afresh (加锁): the objects, what stands along a path, a proposal."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.query import get_related_populators

from banyan.acts.act import Act
from banyan.acts.by import By
from banyan.acts.errors import NotThere
from banyan.acts.governed import Governed
from banyan.acts.models import Proposal

LARGEST = 2**63 - 1
"""The largest number that a row can have."""

PLACE = -1
"""Stands in a statement where the number of the row will; no row has it."""

Locked = TypeVar("Locked", bound=Model)
On = Governed | Sequence[Governed | int] | int | None


def lock(act: Act, on: On) -> Any:
    """The object of an act, or its objects, locked; NotThere unless every one is there."""
    if act.moves.creates:
        return None
    if act.over:
        many = list(on) if isinstance(on, Sequence) else [on]
        keys = sorted({_number(one) for one in many})
        rows = {row.pk: row for row in _rows(act.on, _beside(act.on, act.by)).filter(pk__in=keys)}
        if len(rows) != len(keys) or not keys:
            raise NotThere
        return [rows[key] for key in keys]
    number = _number(on if isinstance(on, Governed | int) else None)
    found = _by_number(act.on, _beside(act.on, act.by)).get(number) if 0 < number <= LARGEST else None
    if found is None:
        raise NotThere
    return found


def lock_along(path: str, thing: Any, values: Mapping[str, Any]) -> None:
    """Lock and read afresh each step of the path, from the object or from an input of an act that makes one."""
    first, *steps = path.split(".")
    beside = values.get(first) if thing is None else getattr(thing, first)
    while beside is not None:
        beside.refresh_from_db(from_queryset=type(beside)._default_manager.select_for_update(of=("self",)))
        beside = getattr(beside, steps.pop(0)) if steps else None


def lock_proposal(proposal: Proposal) -> None:
    """Lock the proposal and read it afresh; NotThere when another person was first."""
    proposal.refresh_from_db(from_queryset=Proposal.objects.select_for_update())
    if proposal.state != Proposal.State.WAITING:
        raise NotThere


class ByNumber:
    """A query of one row by its number, whose statement is made once and not with every act (预备查询).

    Most of the time of a short query goes into making its statement. Reads as Django's own iteration over rows does.
    """

    def __init__(self, rows: QuerySet[Locked]) -> None:
        self.compiler = rows.filter(pk=PLACE).query.get_compiler(connection=connection)
        self.sql, self.given = self.compiler.as_sql()
        fields = self.compiler.klass_info["select_fields"]
        self.own = slice(fields[0], fields[-1] + 1)
        self.names = [column.target.attname for column, *_ in self.compiler.select[self.own]]
        self.converters = self.compiler.get_converters([column for column, *_ in self.compiler.select])
        klass, columns, alias = self.compiler.klass_info, self.compiler.select, connection.alias
        self.beside = get_related_populators(klass, columns, alias)  # type: ignore[call-arg]  # stubs of a later Django

    def get(self, number: int) -> Any:
        """The row of this number with what is read beside it, or None."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [number if value == PLACE else value for value in self.given])
            found = cursor.fetchone()
        if found is None:
            return None
        [row] = self.compiler.apply_converters([found], self.converters)
        made = self.compiler.klass_info["model"].from_db(connection.alias, self.names, row[self.own])
        for one in self.beside:
            one.populate(row, made)
        return made


@cache
def _by_number(noun: type[Governed], beside: tuple[str, ...]) -> ByNumber:
    return ByNumber(_rows(noun, beside))


def _rows(noun: type[Governed], beside: tuple[str, ...]) -> QuerySet[Governed]:
    """The rows of a noun, locked, each with what ``by`` looks at first: whose it is costs no query of its own."""
    rows = noun._default_manager.select_for_update(of=("self",))
    return rows.select_related(*beside) if beside else rows


@cache
def _beside(noun: type[Governed], by: By) -> tuple[str, ...]:
    related = {field.name for field in noun._meta.concrete_fields if field.is_relation}
    steps = [place.path.split(".") for place in by.places]
    return tuple(sorted({step[0] for step in steps if len(step) > 1 and step[0] in related}))


def _number(one: Governed | int | None) -> int:
    return int(one.pk) if isinstance(one, Governed) else one or 0
