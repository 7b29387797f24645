"""The second line of defence: database triggers that keep leaves and checkpoints from being changed or deleted.

They stop mistakes, faults of programs and injected SQL, not whoever owns the database: the verifier is for those.
To show an attack, open the file with ``sqlite3`` (or the server with ``psql``) and drop the triggers first, as
`drop_triggers` does: ``DROP TRIGGER ledger_leaf_unchanged``. A migration that rebuilds one of these tables on SQLite
loses its triggers and must end with `create_triggers`.
"""

from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

REFUSAL = "the ledger only grows: entries and checkpoints are never changed, deleted or replaced"


@dataclass(frozen=True)
class Trigger:
    """One refusal (触发器): what may not happen to which table, under which condition on the row."""

    name: str
    table: str
    event: str
    when: str = ""


_EVERYWHERE = (
    Trigger("ledger_leaf_kept", "ledger_leaf", "DELETE"),
    Trigger("ledger_leaf_unchanged", "ledger_leaf", "UPDATE OF id, log_id, data, written_at"),
    Trigger("ledger_leaf_placed_once", "ledger_leaf", "UPDATE OF position", "OLD.position IS NOT NULL"),
    Trigger("ledger_leaf_placed_later", "ledger_leaf", "INSERT", "NEW.position IS NOT NULL"),
    Trigger("ledger_checkpoint_kept", "ledger_checkpoint", "DELETE"),
    Trigger("ledger_checkpoint_unchanged", "ledger_checkpoint", "UPDATE OF id, log_id, size, root, at"),
    Trigger(
        "ledger_checkpoint_note_grows",
        "ledger_checkpoint",
        "UPDATE OF note",
        "substr(NEW.note, 1, length(OLD.note)) <> OLD.note",
    ),
)
_SQLITE = (
    Trigger("ledger_leaf_same_row", "ledger_leaf", "UPDATE", "NEW.id <> OLD.id"),
    Trigger(
        "ledger_leaf_place_free",
        "ledger_leaf",
        "UPDATE OF position",
        "EXISTS (SELECT 1 FROM ledger_leaf WHERE log_id = NEW.log_id AND position = NEW.position)",
    ),
    Trigger(
        "ledger_leaf_not_replaced",
        "ledger_leaf",
        "INSERT",
        "EXISTS (SELECT 1 FROM ledger_leaf WHERE id = NEW.id)",
    ),
    Trigger(
        "ledger_checkpoint_not_replaced",
        "ledger_checkpoint",
        "INSERT",
        "EXISTS (SELECT 1 FROM ledger_checkpoint"
        " WHERE id = NEW.id OR (log_id = NEW.log_id AND size = NEW.size))",
    ),
)
_POSTGRESQL = (
    Trigger("ledger_leaf_not_emptied", "ledger_leaf", "TRUNCATE"),
    Trigger("ledger_checkpoint_not_emptied", "ledger_checkpoint", "TRUNCATE"),
)
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$
"""


def triggers_of(vendor: str) -> tuple[Trigger, ...]:
    """The triggers that a database of this kind must have; SQLite needs more because its REPLACE deletes silently."""
    return _EVERYWHERE + (_SQLITE if vendor == "sqlite" else _POSTGRESQL)


def create_triggers(connection: BaseDatabaseWrapper) -> None:
    """Put every missing trigger in place; a refused statement fails with ``IntegrityError``."""
    missing = set(missing_triggers(connection))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
        for trigger in triggers_of(connection.vendor):
            if trigger.name in missing:
                cursor.execute(_sqlite(trigger) if connection.vendor == "sqlite" else _postgresql(trigger))


def drop_triggers(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for demonstrations of tampering, and before a test database is emptied."""
    with connection.cursor() as cursor:
        for trigger in triggers_of(connection.vendor):
            table = f" ON {trigger.table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger.name}{table}")


def missing_triggers(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of triggers that should be in the database and are not."""
    names = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D' AND tgrelid IN"
        " ('ledger_leaf'::regclass, 'ledger_checkpoint'::regclass)",
    }
    with connection.cursor() as cursor:
        cursor.execute(names[connection.vendor])
        there = {name for (name,) in cursor.fetchall()}
    return [trigger.name for trigger in triggers_of(connection.vendor) if trigger.name not in there]


def _sqlite(trigger: Trigger) -> str:
    when = f"WHEN {trigger.when} " if trigger.when else ""
    return (
        f"CREATE TRIGGER {trigger.name} BEFORE {trigger.event} ON {trigger.table} "
        f"{when}BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    )


def _postgresql(trigger: Trigger) -> str:
    each = "STATEMENT" if trigger.event == "TRUNCATE" else "ROW"
    when = f"WHEN ({trigger.when}) " if trigger.when else ""
    return (
        f"CREATE TRIGGER {trigger.name} BEFORE {trigger.event} ON {trigger.table} "
        f"FOR EACH {each} {when}EXECUTE FUNCTION ledger_refuse()"
    )
