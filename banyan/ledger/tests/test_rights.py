"""On PostgreSQL two roles share the ledger's tables: one writes leaves, the other places them."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import ProgrammingError, connection, transaction

from banyan.ledger.errors import LedgerError
from banyan.ledger.meta import open_meta
from banyan.ledger.models import Leaf, Log
from banyan.ledger.queries import latest, open_log
from banyan.ledger.rights import rights_sql, set_rights
from banyan.ledger.sequence import sequence_all
from banyan.ledger.write import append


@contextmanager
def acting_as(role: str) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {role}")
    yield
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


def assert_denied(statement: str) -> None:
    denied = pytest.raises(ProgrammingError, match="permission denied")
    with denied, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def roles(log: Log) -> Log:
    open_meta()
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE ledger_app; CREATE ROLE ledger_seq")
    set_rights(application="ledger_app", sequencer="ledger_seq")
    return log


@pytest.mark.postgres
def test_the_application_may_write_leaves_and_nothing_else(roles: Log) -> None:
    with acting_as("ledger_app"):
        append(roles.pk, b"{}")
        assert (Leaf.objects.count(), latest(roles).size) == (1, 0)
        for statement in (
            "UPDATE ledger_leaf SET position = 0",
            "INSERT INTO ledger_leaf (log_id, data, position) VALUES (1, '{}', 0)",
            "INSERT INTO ledger_leaf (log_id, data, written_at) VALUES (1, '{}', now())",
            "DELETE FROM ledger_leaf",
            "UPDATE ledger_log SET title = ''",
            "INSERT INTO ledger_checkpoint (log_id, size, root, note) VALUES (1, 9, '', '')",
            "UPDATE ledger_tile SET width = 0",
            "TRUNCATE ledger_tile",
        ):
            assert_denied(statement)


@pytest.mark.postgres
def test_the_sequencer_may_do_its_work_and_change_no_entry(roles: Log) -> None:
    with acting_as("ledger_app"):
        append(roles.pk, b"{}")
    with acting_as("ledger_seq"):
        assert sequence_all() == 2
        append(roles.pk, b"{}")
        assert sequence_all() == 2
        open_log("reads-1", kind="reads", title="t", body=1)
        for statement in ("UPDATE ledger_leaf SET data = ''", "DELETE FROM ledger_checkpoint"):
            assert_denied(statement)
    assert latest(roles).size == 2


@pytest.mark.postgres
def test_takes_away_rights_given_before(roles: Log) -> None:
    with connection.cursor() as cursor:
        cursor.execute("GRANT ALL ON ledger_leaf TO PUBLIC, ledger_app")
    set_rights(application="ledger_app", sequencer="ledger_seq")
    with acting_as("ledger_app"), pytest.raises(ProgrammingError), transaction.atomic():
        Leaf.objects.update(position=None)


@pytest.mark.django_db
def test_names_of_roles_are_quoted() -> None:
    assert all(
        "; DROP" not in line.replace('"x; DROP"', "")
        for line in rights_sql(application="x; DROP", sequencer="s")
    )


@pytest.mark.django_db
def test_says_that_sqlite_has_no_roles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "vendor", "sqlite")
    with pytest.raises(LedgerError, match="Only PostgreSQL has roles"):
        set_rights(application="a", sequencer="s")
