"""What goes wrong with sharing: grants past their day, audit logs not handed over, spared papers."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Max, Min, Sum
from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.exchange.models import Grant, ShareRequest
from banyan.exchange.queries.effects import spared_without_share
from banyan.exchange.queries.handover import uses_without_log
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


@monitor("32.2-b", title="Audit logs not handed over", ended_by=("exchange.hand_over_log",))
def audit_log_is_missing(at: datetime) -> Iterator[Lapse]:
    """Grants whose sensitive items were used on days for which the consumer owes an audit log and gave none."""
    spans = uses_without_log().values("grant").annotate(first=Min("day"), last=Max("day"), reads=Sum("reads"))
    missing = {one["grant"]: one for one in spans}
    for grant in Grant.objects.filter(pk__in=missing).select_related("resource", "consumer").iterator():
        one = missing[grant.pk]
        yield lapse_of(
            grant,
            "audit log",
            say(
                "Used from {first} to {last}; no audit log of these days was handed over.",
                first=one["first"].isoformat(),
                last=one["last"].isoformat(),
            ),
            body=grant.consumer_id,
            facts={
                "since": one["first"].isoformat(),
                "until": one["last"].isoformat(),
                "reads": one["reads"],
            },
        )


@monitor("25.2-b", title="Materials spared without a share", ended_by=("exchange.ask_material_again",))
def material_is_spared_without_share(at: datetime) -> Iterator[Lapse]:
    """Materials that are not asked for although the grant that supplied them is no longer in force."""
    for material in spared_without_share().iterator():
        yield lapse_of(
            material,
            "spared",
            say("The share that supplied it is no longer in force: {grant}.", grant=str(material.grant)),
            body=material.item.body_id,
        )
