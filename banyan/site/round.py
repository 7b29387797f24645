"""One round of the sweep: what is over ends, what is old is forgotten, then monitors, reactions and figures."""

from dataclasses import dataclass

from banyan.acts.reaction import follow_again, follow_all
from banyan.acts.sweep import Swept, sweep
from banyan.bodies.accounts import forget_events
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
    forget_events()
    swept = tuple(sweep())
    follow_all()
    follow_again()
    return SweepRound(expired, swept, measure())
