"""The second line of defence: governed tables refuse a write outside an act, in the database itself.

On SQLite a trigger calls ``banyan_act()``, which only Banyan's own connections define: a stranger's ``sqlite3`` fails
too. On PostgreSQL a trigger asks for ``banyan.act``, which the door sets for one transaction.
"""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import IntegrityError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from banyan.acts.governed import Governed, current
from banyan.acts.models import Duty

FUNCTION = """
CREATE OR REPLACE FUNCTION banyan_only_inside_an_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF coalesce(current_setting('banyan.act', true), '') = '' THEN
        RAISE EXCEPTION '% is governed: it changes only inside an act', TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$
"""


def governed_models() -> list[type[Model]]:
    """Every noun whose table changes only inside acts."""
    return [*(model for model in apps.get_models() if issubclass(model, Governed)), Duty]


def open_gate(connection: BaseDatabaseWrapper, act: str) -> None:
    """Tell the database for the rest of this transaction which act is under way."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('banyan.act', %s, true)", [act])


def know_acts(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Give a new SQLite connection the function that the triggers call."""
    if connection.vendor == "sqlite":
        connection.connection.create_function(
            "banyan_act", 0, lambda: act.act if (act := current()) else None
        )


def install(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers on every governed table that exists, anew."""
    tables = set(connection.introspection.table_names())
    governed = [model._meta.db_table for model in governed_models() if model._meta.db_table in tables]
    with connection.cursor() as cursor:
        for statement in _statements(connection.vendor, governed):
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away, for whoever empties a test database or moves one; ``install`` puts them back."""
    tables = [model._meta.db_table for model in governed_models()]
    with connection.cursor() as cursor:
        for table in tables:
            if connection.vendor == "postgresql":
                cursor.execute(f'DROP TRIGGER IF EXISTS banyan_governed ON "{table}"')
                continue
            for verb in ("insert", "update", "delete"):
                cursor.execute(f'DROP TRIGGER IF EXISTS "banyan_governed_{verb}_{table}"')


def _statements(vendor: str, tables: Iterable[str]) -> Iterable[str]:
    if vendor == "postgresql":
        yield FUNCTION
        for table in tables:
            yield f'DROP TRIGGER IF EXISTS banyan_governed ON "{table}"'
            yield (
                f'CREATE TRIGGER banyan_governed AFTER INSERT OR UPDATE OR DELETE ON "{table}"'
                " FOR EACH STATEMENT EXECUTE FUNCTION banyan_only_inside_an_act()"
            )
        return
    for table in tables:
        for verb in ("INSERT", "UPDATE", "DELETE"):
            name = f"banyan_governed_{verb.lower()}_{table}"
            yield f'DROP TRIGGER IF EXISTS "{name}"'
            yield (
                f'CREATE TRIGGER "{name}" BEFORE {verb} ON "{table}" WHEN banyan_act() IS NULL'
                f" BEGIN SELECT RAISE(ABORT, '{table} is governed: it changes only inside an act'); END"
            )


def is_taken(clash: IntegrityError) -> bool:
    """Whether the database refused a second record where only one may be (SQLSTATE 23505)."""
    cause = clash.__cause__
    return getattr(cause, "sqlstate", "") == "23505" or str(cause).startswith("UNIQUE constraint failed")
