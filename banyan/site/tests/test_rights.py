"""On PostgreSQL the processes run under a role that cannot write round the door, whatever they try."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from banyan.acts import clock
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Duty, Entry, Finding
from banyan.acts.reaction import follow_all
from banyan.acts.record import forget
from banyan.acts.sweep import sweep
from banyan.catalogue.acts import collection
from banyan.catalogue.indexing import index_all
from banyan.kit.errors import SentenceError
from banyan.ledger.sequence import sequence_all
from banyan.site.cli.installation import prepare
from banyan.site.processes import prepare as make_ready
from banyan.site.rights import limit_rights, owns_tables
from tests import province

ROLE = f"banyan_processes_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
"""Roles belong to the whole server, and several processes test on it."""


@contextmanager
def as_the_processes() -> Iterator[None]:
    """Everything inside runs under the role of the processes."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {ROLE}")
    yield
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


@pytest.fixture
def role(transactional_db: None) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE}")
    prepare(role=ROLE)
    yield
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute(f"REASSIGN OWNED BY {ROLE} TO CURRENT_USER")
        cursor.execute(f"DROP OWNED BY {ROLE}")
        cursor.execute(f"DROP ROLE {ROLE}")


@pytest.mark.postgres
def test_the_processes_do_all_their_work_under_the_limited_role(role: None) -> None:
    with as_the_processes():
        make_ready()
        unit = province.body("甲局")
        item = province.effective_item(unit, "银行账号")
        designer = province.officer(unit, "form_designer")
        with pytest.raises(Refused):
            perform(collection.confirm_item, designer, [item.pk])
        with clock.at(clock.now() + timedelta(days=90)):
            perform(collection.withdraw_item, designer, item.pk, reason="职能调整")
            sweep()
        assert sequence_all() > 0
        follow_all()
        index_all()
        forget(Entry.objects.latest("pk"))
    assert Finding.objects.exists()
    assert Duty.objects.exists()


@pytest.mark.postgres
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE acts_entry SET act = 'x'",
        "UPDATE acts_entry SET outcome = 'done'",
        "DELETE FROM acts_entry",
        "TRUNCATE bodies_term",
        "TRUNCATE acts_entry CASCADE",
        "ALTER TABLE bodies_body DISABLE TRIGGER ALL",
        "ALTER TABLE bodies_body ADD COLUMN more integer",
        "DROP TRIGGER banyan_governed ON bodies_body",
        "DROP TABLE acts_duty",
        "DROP FUNCTION banyan_only_inside_an_act() CASCADE",
        "CREATE OR REPLACE FUNCTION banyan_only_inside_an_act() RETURNS trigger AS 'BEGIN END' LANGUAGE plpgsql",
        "SET session_replication_role = replica",
        "UPDATE ledger_leaf SET data = ''",
        "DELETE FROM ledger_checkpoint",
        "INSERT INTO django_migrations (app, name, applied) VALUES ('acts', '9999', now())",
    ],
)
def test_the_limited_role_cannot_write_round_the_door(statement: str, role: None) -> None:
    province.body("甲局")
    refused = pytest.raises(ProgrammingError, match=r"permission denied|must be owner")
    with as_the_processes(), refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.postgres
def test_under_the_limited_role_a_database_that_is_behind_is_left_alone(role: None) -> None:
    assert owns_tables()
    with transaction.atomic():
        with connection.cursor() as cursor:
            newest = "SELECT max(id) FROM django_migrations WHERE app = 'acts'"
            cursor.execute(f"DELETE FROM django_migrations WHERE id = ({newest})")  # noqa: S608  no input
        with as_the_processes():
            assert not owns_tables()
            with pytest.raises(SentenceError, match="banyan prepare"):
                make_ready()
        transaction.set_rollback(True)


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.parametrize("name", ["nobody_of_this_name", "banyan"])
def test_no_rights_for_a_role_that_is_not_there_or_that_owns_the_tables(name: str) -> None:
    with pytest.raises(SentenceError, match="role"):
        limit_rights(name)


@pytest.mark.django_db
def test_on_sqlite_there_are_no_roles() -> None:
    if connection.vendor == "sqlite":
        with pytest.raises(SentenceError, match="Only PostgreSQL has roles"):
            limit_rights("banyan")
