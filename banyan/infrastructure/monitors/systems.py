"""What goes wrong with systems: tests overdue, outside the network."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q
from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, monitor
from banyan.infrastructure.models import System
from banyan.kit.sentence import say
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack


@monitor("32.1-a", title="Protection tests overdue")
def protection_test_is_overdue(at: datetime) -> Iterator[Lapse]:
    """Systems in operation of level 3 and above whose last test is older than the law allows."""
    for level in (3, 4):
        months = pack().parameter(f"protection.test.level_{level}", on=localdate(at)).of(int)
        before = months_after(localdate(at), -months)
        late = Q(tested_on__lt=before) | Q(tested_on=None, live_on__lt=before)
        for system in System.objects.filter(late, grade=level, state=System.State.LIVE).iterator():
            yield Lapse(
                key=f"test/{system.pk}",
                body=system.body_id,
                noun="infrastructure.system",
                object_id=system.pk,
                title=str(system),
                because=say(
                    "Level {level}: the last test is older than {months} months.", level=level, months=months
                ),
            )


@monitor("23.1-a", title="Systems outside the unified network", ended_by=("infrastructure.complete_system",))
def system_is_outside_the_network(at: datetime) -> Iterator[Lapse]:
    """Systems in operation that are not on the unified network."""
    rows = System.objects.filter(state=System.State.LIVE).exclude(network=System.Network.UNIFIED)
    for system in rows.iterator():
        yield Lapse(
            key=f"network/{system.pk}",
            body=system.body_id,
            noun="infrastructure.system",
            object_id=system.pk,
            title=str(system),
            because=say("It does not run on the unified government network."),
        )
