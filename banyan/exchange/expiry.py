"""Ending grants whose last day has passed, each by its own act."""

from banyan.acts import clock
from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.exchange.acts import expire_grant
from banyan.exchange.models import Grant


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
