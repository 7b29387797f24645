"""The probe, as this installation lets it call: one round, or one after another."""

import logging
import time
from collections.abc import Iterator
from threading import Thread

from django.db import DatabaseError, close_old_connections

from banyan.operations.measuring.addresses import networks
from banyan.operations.measuring.probe import trusted
from banyan.operations.measuring.rounds import ProbeRound, probe_round
from banyan.site import environment

log = logging.getLogger("banyan.probe")


def turns(every: int = 0) -> Iterator[tuple[ProbeRound, float]]:
    """Each round and the seconds that it took: the next begins ``every`` seconds after the last; 0 asks for one.

    SentenceError when a range or an authority that the operator names cannot be read.
    """
    opened = networks(environment.PROBE_NETWORKS.text())
    trust = trusted(environment.PROBE_AUTHORITIES.text())

    def rounds() -> Iterator[tuple[ProbeRound, float]]:
        while True:
            begun = time.monotonic()
            try:
                yield probe_round(opened, trust), time.monotonic() - begun
            except DatabaseError as error:
                if not every:
                    raise
                log.warning("waiting for the database: %s", error)
            if not every:
                return
            close_old_connections()
            time.sleep(max(0.0, every - (time.monotonic() - begun)))

    return rounds()


def begin() -> Thread | None:
    """Measure in a thread of this process, if BANYAN_PROBE_EVERY says how often: nothing else waits for answers."""
    every = environment.probe_every()
    if not every:
        return None
    thread = Thread(target=_go_on, args=(turns(every),), name="probe", daemon=True)
    thread.start()
    return thread


def _go_on(rounds: Iterator[tuple[ProbeRound, float]]) -> None:
    for done, seconds in rounds:
        log.info("%d up, %d failed, in %.1f s", done.up, len(done.failed), seconds)
