"""Reads of incidents and maintenance windows, and the facts of their rules."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.queries import watched
from banyan.infrastructure.models import System
from banyan.law.inforce import pack
from banyan.operations.models import Commission, Incident, MaintenanceWindow
from banyan.operations.rules.incidents import IncidentFacts, WindowFacts

FIGURES = (
    ("especially_serious", "people_affected", "incident.grade.especially_serious.people_affected"),
    ("especially_serious", "records_leaked", "incident.grade.especially_serious.records_leaked"),
    ("especially_serious", "loss", "incident.grade.especially_serious.loss"),
    ("serious", "records_leaked", "incident.grade.serious.records_leaked"),
    ("serious", "loss", "incident.grade.serious.loss"),
    ("large", "records_leaked", "incident.grade.large.records_leaked"),
    ("large", "loss", "incident.grade.large.loss"),
)
"""From which figure on an incident is of a grade, the gravest first."""

OPEN = (Incident.State.REPORTED, Incident.State.HANDLING)


def systems_in_charge(on: Any, actor: Actor) -> QuerySet[System]:
    """The systems of the own body, and those that the own unit runs."""
    run = Commission.objects.filter(
        agreement__supplier__in=actor.bodies, state=Commission.State.RUNNING
    ).values("systems")
    return System.objects.filter(Q(body__in=actor.bodies) | Q(pk__in=run)).exclude(state=System.State.RETIRED)


def least_grade(figures: dict[str, int], day: date) -> str:
    """The least grade of an incident with these figures; empty when they demand none."""
    for grade, figure, parameter in FIGURES:
        if figures[figure] >= pack().parameter(parameter, on=day).of(int):
            return grade
    return ""


def incident_facts(on: Incident | None, asked: Any) -> IncidentFacts:
    """What the rules of an incident may know."""
    figures = {
        name: int(given if (given := getattr(asked, name)) is not None else getattr(on, name, 0))
        for name in ("people_affected", "records_leaked", "loss")
    }
    return IncidentFacts(
        concerned=_in_charge(asked),
        severity=on.severity if on else "",
        least=least_grade(figures, clock.today()),
    )


def window_span(day: date, hour: int, hours: int) -> tuple[datetime, datetime]:
    """When a window begins and ends."""
    begins = clock.midnight(day) + timedelta(hours=hour)
    return begins, begins + timedelta(hours=hours)


def window_facts(on: MaintenanceWindow | None, asked: Any) -> WindowFacts:
    """What the rules of a window may know."""
    begins = on.begins_at if on else None
    if on is None and asked.day is not None and asked.hour is not None and 0 <= asked.hour <= 23:
        begins = window_span(asked.day, asked.hour, 1)[0]
    return WindowFacts(
        concerned=_in_charge(asked),
        now=asked.at,
        begins_at=begins,
        notice_hours=pack().parameter("maintenance.notice", on=clock.today()).of(int),
    )


def _in_charge(asked: Any) -> bool:
    if asked.system is None or asked.actor is None:
        return True
    return systems_in_charge(None, asked.actor).contains(asked.system)


def _of_systems(actor: Actor) -> Q:
    run = Commission.objects.filter(agreement__supplier__in=actor.bodies).values("systems")
    return Q(system__body__in=watched(actor).values("pk")) | Q(system__in=run)


def visible_incidents(actor: Actor) -> QuerySet[Incident]:
    """Incidents of systems of the own and watched bodies, and of those that the own unit runs."""
    return Incident.objects.filter(_of_systems(actor)).select_related("system__body", "reporter")


def visible_windows(actor: Actor) -> QuerySet[MaintenanceWindow]:
    return MaintenanceWindow.objects.filter(_of_systems(actor)).select_related("system__body")
