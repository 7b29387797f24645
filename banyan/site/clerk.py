"""The clerk: sequences the logs, lets reactions happen, sweeps, ends grants past their day, measures if told to."""

import logging
import os
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "banyan.site.settings")
django.setup()

from django.db import DatabaseError, close_old_connections

from banyan.acts.reaction import catch_up
from banyan.acts.tail import unread
from banyan.catalogue.indexing import index_all
from banyan.ledger.errors import LedgerError
from banyan.ledger.sequence import sequence_all
from banyan.site import probing
from banyan.site.round import go_round
from banyan.site.upkeep import keep_statistics

TICK_SECONDS = 0.5
SWEEP_SECONDS = 600
log = logging.getLogger("banyan.clerk")


def tick() -> None:
    """One round: give every new leaf its place, then follow what has happened, also while some log is broken."""
    try:
        sequence_all()
    finally:
        catch_up()
        keep_search_fresh()


def keep_search_fresh() -> None:
    """Index anew what an edition has published since the last look."""
    with unread("search") as entries:
        if any((one.act, one.outcome) == ("catalogue.publish_edition", "done") for one in entries):
            index_all()


def work() -> None:
    """Work until stopped; a database that is away for a while is waited for, and a fault ends its round only."""
    probing.begin()
    swept = -float(SWEEP_SECONDS)
    while True:
        try:
            tick()
            if time.monotonic() - swept > SWEEP_SECONDS:
                go_round()
                keep_statistics()
                swept = time.monotonic()
        except DatabaseError as error:
            log.warning("waiting for the database: %s", error)
            close_old_connections()
        except LedgerError:
            log.exception("a log is broken; run banyan ledger verify")
        except Exception:
            log.exception("a round was cut short")
        time.sleep(TICK_SECONDS)


if __name__ == "__main__":
    work()
