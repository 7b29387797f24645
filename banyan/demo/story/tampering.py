"""Altering one stored audit entry, as somebody with the database in hands would, and putting it back."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from banyan.ledger.models import Leaf, Log
from banyan.ledger.triggers import create_triggers, drop_triggers


@contextmanager
def altered(log_name: str, position: int) -> Iterator[None]:
    """Let one entry of a log say that it was about somebody else, for as long as the block lasts."""
    log = Log.objects.get(name=log_name)
    original = bytes(Leaf.objects.get(log=log, position=position).data)
    forged = original.replace(b'"kind":"read"', b'"kind":"test"')
    _write(log.pk, position, forged)
    try:
        yield
    finally:
        _write(log.pk, position, original)


def _write(log: int, position: int, data: bytes) -> None:
    with transaction.atomic():
        drop_triggers(connection)
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE ledger_leaf SET data = %s WHERE log_id = %s AND position = %s", [data, log, position]
            )
        create_triggers(connection)
