"""One round of the sweep: grants whose day has passed, every monitor, what follows, and the figures of the day."""

from dataclasses import dataclass

from banyan.acts.reaction import catch_up
from banyan.acts.sweep import Swept, sweep
from banyan.exchange.expiry import expire_grants
from banyan.supervision.measuring import measure


@dataclass(frozen=True)
class Round:
    """What a round did."""

    expired: int
    monitors: tuple[Swept, ...]
    measured: int


def go_round() -> Round:
    """Sweep once; may run any number of times."""
    expired = expire_grants()
    swept = tuple(sweep())
    while catch_up():
        pass
    return Round(expired, swept, measure())
