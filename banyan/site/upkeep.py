"""What the embedded database knows of its own tables, so that it chooses the index that a page needs."""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.models import AutoField, Model


def keep_statistics() -> list[str]:
    """Let SQLite look anew at every table that has doubled since it last did; PostgreSQL does so by itself."""
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        known = _known(cursor)
        grown = [table for table, rows in _sizes(cursor) if rows > 2 * known.get(table, 0)]
        for table in grown:
            cursor.execute(f'ANALYZE "{table}"')
    return grown


def _known(cursor: CursorWrapper) -> dict[str, int]:
    """How many rows each table had when SQLite last looked."""
    cursor.execute("SELECT name FROM sqlite_master WHERE name = 'sqlite_stat1'")
    if cursor.fetchone() is None:
        return {}
    cursor.execute("SELECT tbl, max(CAST(stat AS integer)) FROM sqlite_stat1 GROUP BY tbl")
    return dict(cursor.fetchall())


def _sizes(cursor: CursorWrapper) -> Iterator[tuple[str, int]]:
    """How many rows each table has at most: its highest number, which costs one look into it."""
    for model in apps.get_models():
        if _is_numbered(model):
            table = model._meta.db_table
            cursor.execute(f'SELECT coalesce(max("{model._meta.pk.column}"), 0) FROM "{table}"')  # noqa: S608  our names
            yield table, int(cursor.fetchone()[0])


def _is_numbered(model: type[Model]) -> bool:
    return model._meta.managed and isinstance(model._meta.pk, AutoField)
