"""What goes wrong with sharing: grants past their day, grants never used."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.exchange.models import Grant, ShareRequest
from banyan.kit.sentence import say


@monitor("22.1-b", title="Refusals without ground")
def refusal_has_no_ground(at: datetime) -> Iterator[Lapse]:
    """Requests that stand refused without a ground of article 22, however that came about."""
    rows = ShareRequest.objects.filter(state=ShareRequest.State.REFUSED).filter(ground="")
    for request in rows.select_related("resource__body", "consumer").iterator():
        yield lapse_of(
            request,
            "groundless",
            say("Refused without a ground of article 22."),
            body=request.resource.body_id,
        )


@monitor("22.3-a", title="Grants past their last day", ended_by=("exchange.revoke_grant",))
def grant_has_ended(at: datetime) -> Iterator[Lapse]:
    """Grants whose last day has passed but that still stand."""
    rows = Grant.objects.filter(state__in=["active", "suspended"], until__lt=localdate(at))
    for grant in rows.select_related("resource", "consumer").iterator():
        yield lapse_of(
            grant,
            "ended",
            say("The last day was {day}.", day=grant.until.isoformat()),
            body=grant.provider_id,
        )
