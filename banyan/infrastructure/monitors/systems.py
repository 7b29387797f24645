"""What goes wrong with systems: tests overdue, outside the network."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.timezone import localdate

from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.infrastructure.models import Platform, System
from banyan.infrastructure.models.systems import TESTED
from banyan.kit.sentence import say
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack


@monitor("32.1-a", title="Protection tests overdue", ended_by=("infrastructure.record_protection_test",))
def protection_test_is_overdue(at: datetime) -> Iterator[Lapse]:
    """Systems in operation of level 3 and above whose next test is overdue; a clock ends on a working day."""
    for level in TESTED:
        months = pack().parameter(f"protection.test.level_{level}", on=localdate(at)).of(int)
        before = months_after(localdate(at), -months)
        old = Q(tested_on__lt=before) | Q(tested_on=None, live_on__lt=before)
        for system in System.objects.filter(old, grade=level, state=System.State.LIVE).iterator():
            day = system.test_again_by
            if day and day < localdate(at):
                because = say("Level {level}: it was to be tested again by {day}.", level=level, day=str(day))
                yield lapse_of(system, "test", because)


@monitor("23.1-a", title="Systems outside the unified network", ended_by=("infrastructure.complete_system",))
def system_is_outside_the_network(at: datetime) -> Iterator[Lapse]:
    """Systems in operation that are not on the unified network."""
    rows = System.objects.filter(state=System.State.LIVE).exclude(network=System.Network.UNIFIED)
    for system in rows.iterator():
        yield lapse_of(system, "network", say("It does not run on the unified government network."))


@monitor("32.1-a", title="Systems not filed with the police")
def system_is_not_filed(at: datetime) -> Iterator[Lapse]:
    """Systems in operation for longer than the law allows that are not filed, or whose level is not fixed."""
    day = localdate(at)
    least = pack().parameter("protection.filing_from_level", on=day).of(int)
    days = pack().parameter("protection.filing", on=day).of(int)
    unfiled = Q(grade=0) | Q(grade__gte=least, filing_number="")
    rows = System.objects.filter(unfiled, state=System.State.LIVE, live_on__lt=day - timedelta(days=days))
    for system in rows.iterator():
        yield lapse_of(
            system, "filing", say("In operation for more than {days} days, and not filed.", days=days)
        )


@monitor("3.1-f", title="Audit logs kept too short", ended_by=("infrastructure.complete_system",))
def audit_log_is_kept_too_short(at: datetime) -> Iterator[Lapse]:
    """Systems in operation whose audit log is kept for less than the law asks today: the time may have risen."""
    least = pack().parameter("log.network_retention", on=localdate(at)).of(int)
    for system in System.objects.filter(state=System.State.LIVE, audit_months__lt=least).iterator():
        because = say(
            "Its audit log is kept for {n} months, and for at least {least} by the law.",
            n=system.audit_months,
            least=least,
        )
        yield lapse_of(system, "audit_log", because)


@monitor("18.3-a", title="Central software neither here nor linked")
def central_software_is_neither_here_nor_linked(at: datetime) -> Iterator[Lapse]:
    """Central software in operation that claims a place here without a data centre, or a link that is not tested."""
    nowhere = Q(central=System.Central.LOCAL, centre=None)
    untested = Q(central=System.Central.LINKED, link_tested_on=None)
    remote = Q(central=System.Central.REMOTE)
    for system in System.objects.filter(nowhere | untested | remote, state=System.State.LIVE).iterator():
        yield lapse_of(system, "central", _CENTRAL[system.central])


_CENTRAL = {
    "local": say("It is said to be deployed locally, and stands in no data centre."),
    "linked": say("Its link with the provincial data centre was never tested."),
    "remote": say("It is used remotely only."),
}


@monitor("18.3-b", title="Central software without information here")
def central_software_leaves_nothing_here(at: datetime) -> Iterator[Lapse]:
    """Central software in operation from which no resource is stored and used in the province."""
    rows = System.objects.filter(state=System.State.LIVE, resources=None).exclude(central=System.Central.NO)
    for system in rows.iterator():
        yield lapse_of(system, "local-store", say("No resource that it produces is registered here."))


@monitor("14.1-d", title="County systems outside the city's centre")
def county_system_is_hosted_in_the_county(at: datetime) -> Iterator[Lapse]:
    """Systems of counties in operation that stand in a data centre of the county, not of its city or the province."""
    rows = System.objects.filter(state=System.State.LIVE, body__level="county", centre__body__level="county")
    for system in rows.select_related("centre").iterator():
        because = say("It stands in {centre}, a data centre of the county.", centre=str(system.centre))
        yield lapse_of(system, "county", because)


@monitor("21.2-a", title="Units without a security system")
def unit_has_no_security_system(at: datetime) -> Iterator[Lapse]:
    """Units with a system of level 3 or above in operation that have built no security system of their own."""
    guarded = Platform.objects.filter(kind=Platform.Kind.UNIT_SECURITY, state=Platform.State.RUNNING)
    rows = System.objects.filter(state=System.State.LIVE, grade__gte=3)
    for body, name in (
        rows.exclude(body__in=guarded.values("body")).values_list("body", "body__name").distinct()
    ):
        yield Lapse(
            key=f"security/{body}",
            body=body,
            noun="bodies.body",
            object_id=body,
            title=name,
            because=say("It runs a system of level 3 or above, and has built no security system."),
        )
