"""What the role of the running processes may do on PostgreSQL: less than the role that owns the tables.

The owner makes tables and triggers (``banyan prepare``); the processes run under a role that cannot take them away.
So nobody who gets hold of the processes can write round the one door, rewrite an entry, or change a log.
"""

from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from banyan.acts.models import Entry
from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say
from banyan.ledger.rights import TABLES, set_rights

KEPT = {Entry._meta.db_table: "UPDATE (personal, salt)"}
"""Tables whose rows stay as they were written, and the little that may change: a person can be forgotten."""
SEARCH = "catalogue_search_index"
"""What the clerk makes anew, and therefore owns: it holds nothing but what stands in the catalogues too."""


def limit_rights(role: str) -> None:
    """Give this role what the processes need, and take every other right; SentenceError when that cannot be."""
    _demand_role(role)
    name = connection.ops.quote_name(role)
    set_rights(application=role, sequencer=role)
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT USAGE, CREATE ON SCHEMA public TO {name}")
        cursor.execute(f"GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {name}")
        for table in _tables():
            quoted = connection.ops.quote_name(table)
            cursor.execute(f"REVOKE ALL ON {quoted} FROM PUBLIC, {name}")
            cursor.execute(f"GRANT {_rights(table)} ON {quoted} TO {name}")
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relname LIKE %s AND relkind IN ('r', 'p')", [f"{SEARCH}%"]
        )
        for (index,) in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {connection.ops.quote_name(index)} OWNER TO {name}")


def _demand_role(role: str) -> None:
    """The role must be there, and be neither the owner nor one that no right holds back."""
    if connection.vendor != "postgresql":
        raise SentenceError(say("Only PostgreSQL has roles. On SQLite the rights of the file decide."))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, pg_has_role(oid, current_user::regrole, 'member') FROM pg_roles WHERE rolname = %s",
            [role],
        )
        found = cursor.fetchone()
    if found is None:
        raise SentenceError(say("There is no role {role}; make it with CREATE ROLE … LOGIN.", role=role))
    if any(found):
        raise SentenceError(
            say("The role {role} owns the tables or is a superuser; name one that is neither.", role=role)
        )


def _tables() -> list[str]:
    """The tables of the software but the ledger's own, which have rights of their own, and the search index."""
    there = connection.introspection.table_names()
    ours = {
        *(model._meta.db_table for model in apps.get_models(include_auto_created=True)),
        *(table for table in there if table.startswith(("catalogue_search_", "django_"))),
    }
    return sorted(
        table for table in ours & set(there) if table not in TABLES and not table.startswith(SEARCH)
    )


def _rights(table: str) -> str:
    if table == "django_migrations":
        return "SELECT"
    if table in KEPT:
        return f"SELECT, INSERT, {KEPT[table]}"
    return "SELECT, INSERT, UPDATE, DELETE"


def owns_tables() -> bool:
    """Whether the present role may change the tables themselves; always on SQLite and on a new database."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_has_role(relowner, 'member') FROM pg_class WHERE relname = 'django_migrations'"
            " AND relnamespace = 'public'::regnamespace"
        )
        found = cursor.fetchone()
    return found is None or bool(found[0])


def demand_up_to_date() -> None:
    """SentenceError when the database is behind this version and this role may not change that."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise SentenceError(
            say(
                "The database is behind this version: run `banyan prepare` with the role that owns its tables."
            )
        )
