"""Plain statements for the spine's own rows, made once a table and sent together: the hot path of every act."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from itertools import chain
from typing import Any

from django.db import connection
from django.db.models import JSONField, Model

from banyan.acts.models import Entry
from banyan.ledger.write import INSERT_SQL, append, check_leaf


@cache
def _columns(model: type[Model]) -> tuple[str, tuple[str, ...], frozenset[str]]:
    """The beginning of the INSERT of a table, the names of its values in order, and which of them are JSON."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    names = tuple(str(field.column) for field in fields)
    into = ", ".join(f'"{name}"' for name in names)
    jsons = frozenset(str(field.column) for field in fields if isinstance(field, JSONField))
    return f'INSERT INTO "{model._meta.db_table}" ({into})', names, jsons


@cache
def _entry_beside_leaf(vendor: str) -> str:
    """The INSERT of an entry that takes its ``leaf`` from another INSERT in the same statement."""
    into, names, _ = _columns(Entry)
    marks = ", ".join("leaf.id" if name == "leaf" else "%s" for name in names)
    leaf = f"WITH leaf AS ({INSERT_SQL[vendor]} RETURNING id)"
    return f"{leaf} {into} SELECT {marks} FROM leaf RETURNING id, leaf"  # noqa: S608  names are our own


def write_entry(log: int, leaf: bytes, values: Mapping[str, Any]) -> Entry:
    """Write a leaf into a log and beside it the entry that carries its number; ``values`` has all other columns."""
    into, names, jsons = _columns(Entry)
    given = [_adapted(name, values[name], jsons) for name in names if name != "leaf"]
    if connection.vendor == "postgresql":
        check_leaf(leaf)
        sql, given = _entry_beside_leaf(connection.vendor), [log, leaf, *given]
    else:
        sql = f"{into} VALUES ({', '.join(['%s'] * len(names))}) RETURNING id, leaf"
        given.insert(names.index("leaf"), append(log, leaf))
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        number, leaf_number = cursor.fetchone()
    return Entry(id=number, leaf=leaf_number, **values)


class Later:
    """Statements whose answer nobody waits for, sent together (稍后写入)."""

    def __init__(self) -> None:
        self.statements: list[tuple[str, list[Any]]] = []

    def add(self, sql: str, given: Sequence[Any]) -> None:
        """Add a statement with its values."""
        self.statements.append((sql, [_moment(value) for value in given]))

    def insert(self, model: type[Model], rows: Sequence[Mapping[str, Any]]) -> None:
        """Add the insertion of rows, every column named."""
        if rows:
            into, names, jsons = _columns(model)
            marks = ", ".join(["(" + ", ".join(["%s"] * len(names)) + ")"] * len(rows))
            self.add(
                f"{into} VALUES {marks}", [_adapted(name, row[name], jsons) for row in rows for name in names]
            )

    def send(self) -> None:
        """Send what is there: to PostgreSQL in one message, as the values are bound on our side."""
        if not self.statements:
            return
        statements, self.statements = self.statements, []
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute(
                    "; ".join(sql for sql, _ in statements),
                    [*chain.from_iterable(given for _, given in statements)],
                )
            else:
                for sql, given in statements:
                    cursor.execute(sql, given)


def _adapted(name: str, value: Any, jsons: frozenset[str]) -> Any:
    return json.dumps(value, ensure_ascii=False) if name in jsons else _moment(value)


def _moment(value: Any) -> Any:
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
