"""Reminding units of what they are to bring together, each by its own act."""

from contextlib import suppress

from banyan.acts import clock
from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.lake.acts.aggregation import remind_of_aggregation
from banyan.lake.queries.aggregation import tasks_to_remind
from banyan.law.inforce import pack


def remind_units() -> int:
    """Remind every unit whose task is due within ``aggregation.reminder``, once for each day set; how many."""
    days = pack().parameter("aggregation.reminder", on=clock.today()).of(int)
    tasks = list(tasks_to_remind(days).values_list("pk", "due_on"))
    for pk, due_on in tasks:
        with suppress(Refused):
            perform(remind_of_aggregation, SYSTEM, pk, key=f"remind/{pk}/{due_on}", due_on=due_on)
    return len(tasks)
