"""What goes wrong with the protection regime: no whole check of a system in its period."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.kit.sentence import say
from banyan.operations.queries.protection import unchecked


@monitor("32.1-c", title="Protection checks overdue", ended_by=("operations.conclude_protection_check",))
def protection_check_is_missing(at: datetime) -> Iterator[Lapse]:
    """Systems in operation of which not every control of their level was checked in the period."""
    for system, months in unchecked(localdate(at)):
        because = say(
            "Level {level}: no whole check of its controls in the last {months} months.",
            level=system.grade,
            months=months,
        )
        yield lapse_of(system, "protection_check", because)
