"""Ending grants and dispatch orders whose last day has passed, each by its own act."""

from banyan.acts import clock
from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.exchange.acts.dispatch import end_order
from banyan.exchange.acts.sharing import expire_grant
from banyan.exchange.models import DispatchOrder, Grant


def expire_grants() -> int:
    """Expire every grant that ran until a day before today; how many."""
    ended = list(
        Grant.objects.filter(state__in=["active", "suspended"], until__lt=clock.today()).values_list(
            "pk", flat=True
        )
    )
    for pk in ended:
        perform(expire_grant, SYSTEM, pk, key=f"expire/{pk}")
    return len(ended)


def end_orders() -> int:
    """End every dispatch order that ran until a day before today; how many."""
    standing = [DispatchOrder.State.ORDERED, DispatchOrder.State.SUPPLIED]
    rows = DispatchOrder.objects.filter(state__in=standing, until__lt=clock.today())
    ended = list(rows.values_list("pk", flat=True))
    for pk in ended:
        perform(end_order, SYSTEM, pk, key=f"end-order/{pk}")
    return len(ended)
