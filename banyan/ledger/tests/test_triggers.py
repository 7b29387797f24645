"""The database itself refuses to change, delete or replace entries and checkpoints."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction

from banyan.ledger.models import Checkpoint, Leaf, Log
from banyan.ledger.queries import latest
from banyan.ledger.triggers import create_triggers, drop_triggers, missing_triggers, triggers_of
from banyan.ledger.write import append

Write = Callable[..., list[bytes]]

REFUSED = [
    "UPDATE ledger_leaf SET data = '{}' WHERE position = 1",
    "UPDATE ledger_leaf SET data = '{}' WHERE position IS NULL",
    "UPDATE ledger_leaf SET log_id = log_id",
    "UPDATE ledger_leaf SET written_at = written_at",
    "UPDATE ledger_leaf SET id = id + 1000",
    "UPDATE ledger_leaf SET position = 9 WHERE position = 1",
    "UPDATE ledger_leaf SET position = NULL WHERE position = 1",
    "DELETE FROM ledger_leaf WHERE position = 2",
    "DELETE FROM ledger_leaf WHERE position IS NULL",
    "INSERT INTO ledger_leaf (log_id, data, position) SELECT id, '{}', 7 FROM ledger_log WHERE name = 'acts'",
    "DELETE FROM ledger_checkpoint",
    "UPDATE ledger_checkpoint SET size = size + 1",
    "UPDATE ledger_checkpoint SET root = '0'",
    "UPDATE ledger_checkpoint SET note = ''",
    "UPDATE ledger_checkpoint SET note = 'x' || note",
]
ONLY_SQLITE = [
    "INSERT OR REPLACE INTO ledger_leaf (id, log_id, data) SELECT id, log_id, '{}' FROM ledger_leaf WHERE position = 1",
    "UPDATE OR REPLACE ledger_leaf SET position = 1 WHERE position IS NULL",
    "UPDATE OR REPLACE ledger_leaf SET rowid = rowid - 1 WHERE position IS NULL",
    "INSERT OR REPLACE INTO ledger_checkpoint SELECT * FROM ledger_checkpoint",
]
ONLY_POSTGRESQL = ["TRUNCATE ledger_leaf", "TRUNCATE ledger_checkpoint", "TRUNCATE ledger_log CASCADE"]


def of_this_database() -> list[str]:
    return REFUSED + (ONLY_SQLITE if connection.vendor == "sqlite" else ONLY_POSTGRESQL)


def content() -> list[object]:
    return [*Leaf.objects.order_by("id").values(), *Checkpoint.objects.order_by("id").values()]


def test_refuses_to_change_delete_or_replace_what_is_written(log: Log, write: Write) -> None:
    write(log, 3)
    append(log.pk, b'{"waiting":true}')
    connection.check_constraints()
    before = content()
    for statement in of_this_database():
        refused = pytest.raises(IntegrityError, match="the ledger only grows")
        with refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert content() == before


def test_lets_notes_grow(log: Log, write: Write) -> None:
    write(log, 3)
    head = latest(log)
    head.note += "— witness.example/w AAAAAAAA\n"
    head.save(update_fields=["note"])
    assert latest(log).note == head.note


def test_says_which_triggers_are_missing_and_puts_them_back(log: Log, write: Write) -> None:
    write(log, 1)
    assert missing_triggers(connection) == []
    drop_triggers(connection)
    assert missing_triggers(connection) == [trigger.name for trigger in triggers_of(connection.vendor)]
    Leaf.objects.update(data=b"forged")
    create_triggers(connection)
    create_triggers(connection)
    assert missing_triggers(connection) == []
    with pytest.raises(IntegrityError), transaction.atomic():
        Leaf.objects.update(data=b"forged again")
