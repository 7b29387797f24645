"""The clerk: sequences the logs, lets reactions happen, sweeps, and ends grants whose day has passed."""

import logging
import os
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "banyan.site.settings")
django.setup()

from django.db import DatabaseError, close_old_connections

from banyan.acts.reaction import catch_up
from banyan.acts.sweep import sweep
from banyan.exchange.expiry import expire_grants
from banyan.ledger.errors import LedgerError
from banyan.ledger.sequence import sequence_all

TICK_SECONDS = 0.5
SWEEP_SECONDS = 600
log = logging.getLogger("banyan.clerk")


def tick() -> None:
    """One round: follow what has happened, then give every new leaf its place."""
    catch_up()
    sequence_all()


def work() -> None:
    """Work until stopped; a database that is away for a while is waited for."""
    swept = -float(SWEEP_SECONDS)
    while True:
        try:
            tick()
            if time.monotonic() - swept > SWEEP_SECONDS:
                expire_grants()
                sweep()
                swept = time.monotonic()
        except DatabaseError as error:
            log.warning("waiting for the database: %s", error)
            close_old_connections()
        except LedgerError:
            log.exception("a log is broken; run banyan ledger verify")
        time.sleep(TICK_SECONDS)


if __name__ == "__main__":
    work()
