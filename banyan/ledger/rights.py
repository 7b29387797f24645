"""Who may do what in the ledger's tables on PostgreSQL; `banyan prepare --role` gives one role both parts."""

from django.db import connection

from banyan.kit.sentence import say
from banyan.ledger.errors import LedgerError

TABLES = ("ledger_log", "ledger_leaf", "ledger_tile", "ledger_checkpoint")
_TABLES = ", ".join(TABLES)


def rights_sql(*, application: str, sequencer: str) -> list[str]:
    """The statements that give each role its rights and take every other one (权限最小化).

    The application reads and writes leaves, never their positions. The sequencer opens logs, places leaves, lets
    tiles and notes grow. ``UPDATE (title)`` is there because PostgreSQL lets nobody lock a row who may not update
    some column of it.
    """
    app, seq = connection.ops.quote_name(application), connection.ops.quote_name(sequencer)
    return [
        f"REVOKE ALL ON {_TABLES} FROM PUBLIC, {app}, {seq}",
        f"GRANT SELECT ON {_TABLES} TO {app}, {seq}",
        f"GRANT INSERT (log_id, data) ON ledger_leaf TO {app}, {seq}",
        f"GRANT UPDATE (position) ON ledger_leaf TO {seq}",
        f"GRANT INSERT ON ledger_log, ledger_tile, ledger_checkpoint TO {seq}",
        f"GRANT UPDATE (title) ON ledger_log TO {seq}",
        f"GRANT UPDATE (width, hashes) ON ledger_tile TO {seq}",
        f"GRANT UPDATE (note) ON ledger_checkpoint TO {seq}",
    ]


def set_rights(*, application: str, sequencer: str) -> None:
    """Give both roles their rights; `LedgerError` on SQLite, which has no roles."""
    if connection.vendor != "postgresql":
        raise LedgerError(say("Only PostgreSQL has roles. On SQLite the rights of the file decide."))
    with connection.cursor() as cursor:
        for statement in rights_sql(application=application, sequencer=sequencer):
            cursor.execute(statement)
