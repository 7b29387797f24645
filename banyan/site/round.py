"""One round of the sweep: what has run its term, reminders, every monitor, what follows, and the figures of the day."""

from dataclasses import dataclass

from banyan.acts.reaction import follow_again, follow_all
from banyan.acts.sweep import Swept, sweep
from banyan.exchange.expiry import end_orders, expire_grants
from banyan.lake.reminding import remind_units
from banyan.supervision.measuring import measure


@dataclass(frozen=True)
class SweepRound:
    """What a round did."""

    expired: int
    monitors: tuple[Swept, ...]
    measured: int


def go_round() -> SweepRound:
    """Sweep once; may run any number of times."""
    expired = expire_grants()
    end_orders()
    remind_units()
    swept = tuple(sweep())
    follow_all()
    follow_again()
    return SweepRound(expired, swept, measure())
