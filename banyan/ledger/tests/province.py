"""A ledger of its own in BANYAN_HOME: ``write N`` adds entries and signs, ``resign`` signs everything anew.

``application`` serves it; for tests and benchmarks that need a real server on a real file.
"""
# ruff: noqa: E402 -- models can be imported only after Django is set up

import os
import sys
from secrets import token_hex

import django
from django.core.management import call_command
from django.db import connection, transaction

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "banyan.ledger.tests.settings")
django.setup()

from banyan.ledger.models import Checkpoint, Leaf, Log, Tile
from banyan.ledger.queries import open_log
from banyan.ledger.sequence import sequence_all
from banyan.ledger.server import LogServer
from banyan.ledger.signing import sign_checkpoint
from banyan.ledger.tree import EMPTY_ROOT
from banyan.ledger.triggers import drop_triggers
from banyan.ledger.write import append

application = LogServer()


def write(count: int) -> None:
    log = open_log("acts", kind="acts", title="行为账本", public=True)
    with transaction.atomic():
        for _ in range(count):
            append(log.pk, b'{"act":"demo.do","entry":"%b"}' % token_hex(8).encode())
    sequence_all()


def resign() -> None:
    """What an operator with the key can do to hide a change."""
    log = Log.objects.get(name="acts")
    drop_triggers(connection)
    with transaction.atomic():
        Leaf.objects.filter(log=log).update(position=None)
        Tile.objects.filter(log=log).delete()
        Checkpoint.objects.filter(log=log).delete()
        sign_checkpoint(log, 0, EMPTY_ROOT)
    sequence_all()


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    if sys.argv[1] == "write":
        write(int(sys.argv[2]))
    else:
        resign()
