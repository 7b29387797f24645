"""What goes wrong in supervision: orders not met, findings without an order, scores not settled, security unchecked."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import Count
from django.utils.timezone import localdate

from banyan.acts.due import Due
from banyan.acts.models import ESCALATION, Finding
from banyan.acts.monitor import Lapse, lapse_of, monitor
from banyan.bodies.models import Body
from banyan.bodies.queries import security_department
from banyan.kit.sentence import say
from banyan.supervision.models import Order
from banyan.supervision.queries import mechanisms
from banyan.supervision.queries.leaderships import governments_without
from banyan.supervision.queries.scores import unscored


@monitor("34.1-c", title="Orders not met", ended_by=("supervision.report_correction",))
def order_is_not_met(at: datetime) -> Iterator[Lapse]:
    """Orders that were not met in time and wait for what follows."""
    for order in Order.objects.filter(state=Order.State.ESCALATED).select_related("body").iterator():
        yield lapse_of(order, "order", say("The order was not met in time."))


@monitor("34.1-c", title="Findings without an order")
def findings_wait_for_an_order(at: datetime) -> Iterator[Lapse]:
    """Managing departments that leave findings past their day without an order; one lapse for each department."""
    due = Due(ESCALATION, since=Finding.State.OPEN)
    moments = (at - timedelta(days=days) for days in range(60))
    last = next(moment for moment in moments if due.last_moment(moment).at < at)
    managing = Body.objects.filter(kind=Body.Kind.MANAGING, state=Body.State.ACTIVE)
    offices = {one.region_code: one for one in managing}
    waiting = Finding.objects.filter(state=Finding.State.OPEN, found_at__lte=last, orders=None)
    waiting = waiting.exclude(body__in=managing.values("pk"))
    for region, number in waiting.values_list("region").annotate(Count("pk")).order_by("region"):
        if office := offices.get(region):
            yield lapse_of(
                office,
                "office",
                say("Findings past their day, for which nothing was ordered: {n}.", n=number),
                body=office.pk,
                facts={"findings": number},
            )


@monitor("4.1-a", title="Governments without a leading body", ended_by=("supervision.register_leadership",))
def government_is_not_led(at: datetime) -> Iterator[Lapse]:
    """Governments that have registered neither a leading body nor the leader responsible."""
    for government in governments_without().iterator():
        because = say("No leading body and no leader responsible for e-government is registered.")
        yield lapse_of(government, "leadership", because, body=government.pk)


@monitor("4.1-c", title="Years without their scores", ended_by=("supervision.settle_yearly_score",))
def year_is_not_scored(at: datetime) -> Iterator[Lapse]:
    """Managing departments that have left bodies of their level without a score of the year; one lapse for each."""
    year, waiting = unscored(localdate(at))
    for office, number in waiting:
        yield lapse_of(
            office,
            f"score/{year}",
            say("Bodies without their score of {year}: {n}.", year=year, n=number),
            body=office.pk,
            facts={"year": year, "bodies": number},
        )


@monitor("32.3-a", title="No security supervision", ended_by=("supervision.issue_security_mechanism",))
def security_is_not_supervised(at: datetime) -> Iterator[Lapse]:
    """The network security department of the province while no mechanism of its is in force."""
    department = security_department()
    if department and not mechanisms.in_force(localdate(at)).filter(office=department).exists():
        because = say("No mechanism of security supervision is in force.")
        yield lapse_of(department, "mechanism", because, body=department.pk)


@monitor("32.3-a", title="Security checks not done", ended_by=("supervision.conclude_inspection",))
def security_check_is_not_done(at: datetime) -> Iterator[Lapse]:
    """Planned security checks past their day, and mechanisms under which checks are rarer than they say."""
    day = localdate(at)
    for check in mechanisms.overdue_checks(day):
        because = say("Planned for {day}, and not concluded.", day=str(check.planned_on))
        yield lapse_of(check, "security_check", because, body=check.office_id)
    for one in mechanisms.without_checks(day):
        because = say("No security check was concluded in the last {months} months.", months=one.every_months)
        yield lapse_of(one, "too_rare", because, body=one.office_id)
