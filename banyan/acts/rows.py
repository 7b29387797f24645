"""Plain INSERT statements for the spine's own rows, made once a table: the hot path of every act."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import JSONField, Model


@cache
def _statement(model: type[Model], returning: bool) -> tuple[str, tuple[str, ...], frozenset[str]]:  # noqa: FBT001  part of the key
    """The INSERT of a table, the names of its values in order, and which of them are JSON."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    sql = f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({marks})'  # noqa: S608  names are our own
    jsons = frozenset(str(field.column) for field in fields if isinstance(field, JSONField))
    return sql + (" RETURNING id" if returning else ""), tuple(str(field.column) for field in fields), jsons


def insert(model: type[Model], values: Mapping[str, Any]) -> int:
    """Insert one row, every column named, and answer its number."""
    sql, names, jsons = _statement(model, returning=True)
    with connection.cursor() as cursor:
        cursor.execute(sql, [_adapted(name, values[name], jsons) for name in names])
        (number,) = cursor.fetchone()
    return int(number)


def insert_many(model: type[Model], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, every column named."""
    if not rows:
        return
    sql, names, jsons = _statement(model, returning=False)
    with connection.cursor() as cursor:
        cursor.executemany(sql, [[_adapted(name, row[name], jsons) for name in names] for row in rows])


def _adapted(name: str, value: Any, jsons: frozenset[str]) -> Any:
    if name in jsons:
        return json.dumps(value, ensure_ascii=False)
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
