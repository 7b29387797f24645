"""Ending grants and dispatch orders whose last day has passed, each by its own act."""

from contextlib import suppress
from typing import Any

from django.db.models import QuerySet

from banyan.acts import clock
from banyan.acts.act import Act
from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.exchange.acts.dispatch import end_order
from banyan.exchange.acts.sharing import expire_grant
from banyan.exchange.models import DispatchOrder, Grant


def expire_grants() -> int:
    """Expire every grant that ran until a day before today; how many."""
    running = Grant.objects.filter(state__in=["active", "suspended"], until__lt=clock.today())
    return _end(running, expire_grant, "expire")


def end_orders() -> int:
    """End every dispatch order that ran until a day before today; how many."""
    standing = [DispatchOrder.State.ORDERED, DispatchOrder.State.SUPPLIED]
    return _end(
        DispatchOrder.objects.filter(state__in=standing, until__lt=clock.today()), end_order, "end-order"
    )


def _end(rows: QuerySet[Any], act: Act, key: str) -> int:
    """Do the act on each row; what somebody else ended meanwhile is left as it is."""
    ended = 0
    for pk in list(rows.values_list("pk", flat=True)):
        with suppress(Refused):
            perform(act, SYSTEM, pk, key=f"{key}/{pk}")
            ended += 1
    return ended
