"""A leaf is written by one INSERT in the transaction of what it records."""

import pytest
from django.db import connection, transaction
from pytest_django import DjangoAssertNumQueries

from banyan.ledger.errors import BadLeaf, NoTransaction
from banyan.ledger.models import Leaf, Log
from banyan.ledger.sequence import sequence
from banyan.ledger.write import INSERT_SQL, append, check_leaf


def test_an_entry_is_there_with_what_it_records_or_not_at_all(log: Log) -> None:
    with transaction.atomic():
        append(log.pk, b'{"n":1}')
        transaction.set_rollback(True)
    assert not Leaf.objects.exists()
    with transaction.atomic():
        written = append(log.pk, b'{"n":2}')
    leaf = Leaf.objects.get(pk=written)
    assert (bytes(leaf.data), leaf.position, leaf.log_id) == (b'{"n":2}', None, log.pk)
    assert leaf.written_at.tzinfo is not None


def test_refuses_an_entry_outside_a_transaction() -> None:
    with pytest.raises(NoTransaction, match="inside the transaction"):
        append(1, b"{}")


def test_an_entry_takes_one_statement(log: Log, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        append(log.pk, b"{}")


@pytest.mark.parametrize("length", [0, 65_535, 70_000])
def test_refuses_an_entry_that_a_bundle_cannot_carry(length: int, log: Log) -> None:
    with pytest.raises(BadLeaf, match=f"1 to 65534 bytes, this one {length}"):
        append(log.pk, b"x" * length)


def test_carries_the_longest_entry(log: Log) -> None:
    append(log.pk, b"x" * 65_534)
    checkpoint = sequence(log)
    assert checkpoint is not None
    assert checkpoint.size == 1


def test_a_process_with_its_own_connection_writes_many_at_once(log: Log) -> None:
    entries = [b'{"read":%d}' % n for n in range(5)]
    for entry in entries:
        check_leaf(entry)
    connection.ensure_connection()
    cursor = connection.connection.cursor()
    cursor.executemany(INSERT_SQL[connection.vendor], [(log.pk, entry) for entry in entries])
    cursor.close()
    assert [bytes(leaf.data) for leaf in Leaf.objects.order_by("id")] == entries
