"""What goes wrong with catalogues: editions and data not kept up, resources missing, uses not told of."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Max
from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.acts.sentences import worded
from banyan.bodies.models import Agreement, Body
from banyan.catalogue.models import Cycle, Edition, Resource
from banyan.catalogue.queries.developments import not_told_of
from banyan.catalogue.queries.drift import drifted_forms
from banyan.kit.sentence import say
from banyan.law.inforce import pack

DAYS = {
    "working_days": 1.5,
    "calendar_days": 1,
    "months": 31,
    "years": 366,
    "hours": 1 / 24,
    "working_hours": 1 / 8,
}


def _period(name: str, at: datetime) -> timedelta:
    """A parameter as a span that is never too short: months of 31 days, working days with their weekends."""
    value = pack().parameter(name, on=localdate(at))
    return timedelta(days=float(str(value.amount)) * DAYS[value.unit.value])


@monitor("22.2-c", title="Editions not published in time", ended_by=("catalogue.begin_edition",))
def edition_is_overdue(at: datetime) -> Iterator[Lapse]:
    """Managing departments whose service catalogue is older than the publication period, or was never published."""
    since = localdate(at - _period("service_catalogue.publication", at))
    fresh = Edition.objects.filter(
        kind=Edition.Kind.SERVICES, state=Edition.State.PUBLISHED, published_on__gte=since
    ).values("body")
    last = dict(
        Edition.objects.filter(kind=Edition.Kind.SERVICES)
        .values_list("body")
        .annotate(last=Max("published_on"))
    )
    late = Body.objects.filter(kind=Body.Kind.MANAGING, state=Body.State.ACTIVE).exclude(pk__in=fresh)
    for body in late.iterator():
        day = last.get(body.pk)
        yield lapse_of(
            body,
            "edition",
            say("The last edition is of {day}.", day=day.isoformat())
            if day
            else say("No edition of the application and service catalogue was ever published."),
            body=body.pk,
            facts={"since": since.isoformat(), "last": day.isoformat() if day else None},
        )


@monitor("6.1-d", title="Resources not kept up to date", ended_by=("lake.begin_load",))
def resource_is_stale(at: datetime) -> Iterator[Lapse]:
    """Published resources whose data is older than their update cycle and the grace allow."""
    grace = _period("resource.stale_grace", at)
    for cycle in Cycle.values:
        if cycle == Cycle.OTHER:
            continue
        since = localdate(at - _period(f"resource.cycle.{cycle}", at) - grace)
        stale = Resource.objects.filter(
            state=Resource.State.PUBLISHED, cycle=cycle, updated_on__lt=since
        ).select_related("body")
        for resource in stale.iterator():
            yield lapse_of(
                resource,
                "stale",
                say(
                    "Updated {cycle}, last on {day}.",
                    cycle=worded(Cycle(cycle)),
                    day=resource.updated_on.isoformat() if resource.updated_on else "—",
                ),
                facts={"cycle": cycle, "updated_on": str(resource.updated_on)},
            )


@monitor(
    "8.1-b",
    title="Agreements without registered resources",
    ended_by=("bodies.declare_no_resources", "catalogue.describe_resource", "catalogue.name_agreement"),
)
def agreement_has_no_resources(at: datetime) -> Iterator[Lapse]:
    """Agreements in force under which resources should have been registered by now, and none is."""
    begun = localdate(at - _period("agreement.resources", at))
    silent = Agreement.objects.filter(
        state=Agreement.State.IN_FORCE, since__lt=begun, without_resources="", resources=None
    )
    for agreement in silent.iterator():
        yield lapse_of(
            agreement,
            "no-resources",
            say(
                "In force since {day}, and no information resource is registered under it.",
                day=agreement.since.isoformat(),
            ),
        )


@monitor("16.2-b", title="Forms that left the catalogue", ended_by=("catalogue.withdraw_form",))
def form_has_drifted(at: datetime) -> Iterator[Lapse]:
    """Registered forms with a field that the collection catalogue no longer covers."""
    for form, outside in drifted_forms():
        yield lapse_of(
            form,
            "drift",
            say("No longer in the collection catalogue: {fields}.", fields="、".join(outside)),
            facts={"fields": outside},
        )


@monitor(
    "5.1-g",
    title="Development uses not told of",
    ended_by=("catalogue.record_development", "catalogue.end_development"),
)
def development_is_not_told_of(at: datetime) -> Iterator[Lapse]:
    """Development uses of which nothing was told for the interval, or whose last day has passed."""
    today = localdate(at)
    for use in not_told_of(today).iterator():
        because = (
            say("The last day was {day}.", day=use.until.isoformat())
            if use.until < today
            else say("Last told of on {day}.", day=(use.told_on or use.since).isoformat())
        )
        yield lapse_of(use, "development", because)
