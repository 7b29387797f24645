"""Reads of risk assessments and risks, and the facts of their rules."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from django.db.models import Q, QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.due import Due
from banyan.bodies.models import Body
from banyan.bodies.queries import guarded
from banyan.infrastructure.models import System
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack
from banyan.operations.models import Commission, Risk, RiskAssessment
from banyan.operations.rules.assessments import LEVELS, AssessmentFacts, ReportFacts, RiskFacts

REPORT = Due("risk_assessment.report", since="commissioned", day="report_by")
ADDRESS = Due("risk_assessment.address.{on.level}", since="open", day="remedy_by")
"""The clock by which a risk is addressed; it depends on the level of the risk."""


def assessing_commissions(on: Any, actor: Actor) -> QuerySet[Commission]:
    """The running commissions of the own department for risk assessment."""
    rows = Commission.objects.filter(
        agreement__body__in=actor.bodies, state=Commission.State.RUNNING, work=Commission.Work.ASSESS
    )
    return rows.select_related("agreement__supplier")


def systems_to_assess(on: Any, actor: Actor) -> QuerySet[System]:
    """The systems in operation of the bodies into whose security the actor may look."""
    rows = System.objects.filter(state=System.State.LIVE, body__in=guarded(actor).values("pk"))
    return rows.select_related("body")


def own_assessments(on: Any, actor: Actor) -> QuerySet[RiskAssessment]:
    """The assessments that the own unit is commissioned with and has not reported."""
    rows = visible_assessments(actor).filter(commission__agreement__supplier__in=actor.bodies)
    return rows.filter(state=RiskAssessment.State.COMMISSIONED)


def assessment_facts(on: Any, asked: Any) -> AssessmentFacts:
    """What the rules of commissioning an assessment may know."""
    commission: Commission | None = asked.commission
    assessor = commission.agreement.supplier if commission else None
    day = clock.today()
    return AssessmentFacts(
        commission_covers=commission is not None
        and commission.state == Commission.State.RUNNING
        and commission.work == Commission.Work.ASSESS
        and commission.since <= day <= commission.until,
        assessor=str(assessor or ""),
        works_for_it=assessor is not None and asked.system is not None and _works(assessor, asked.system),
        under_way=asked.system is not None
        and asked.system.assessments.filter(state=RiskAssessment.State.COMMISSIONED).exists(),
    )


def _works(unit: Body, system: System) -> bool:
    """Whether the unit owns the system or was ever commissioned with work on it."""
    agreed = system.agreement is not None and system.agreement.supplier_id == unit.pk
    worked = system.commissions.filter(agreement__supplier=unit).exists()
    return agreed or worked or system.body_id == unit.pk


def report_facts(on: RiskAssessment, asked: Any) -> ReportFacts:
    """What the rules of a report may know."""
    levels = sorted(on.risks.values_list("level", flat=True), key=LEVELS.index)
    return ReportFacts(today=clock.today(), gravest=levels[-1] if levels else "")


def last_day(level: str) -> date | None:
    """The day by which a risk named today is addressed; None where the law sets no time for its level."""
    running = ADDRESS.of(SimpleNamespace(level=level))
    return running.last_day(clock.now()) if running else None


def risk_facts(on: Any, asked: Any) -> RiskFacts:
    """What the rules of a risk may know."""
    level = on.level if isinstance(on, Risk) else asked.level
    return RiskFacts(today=clock.today(), last=last_day(level) if level else None)


def unassessed(day: date) -> QuerySet[System]:
    """Systems in operation of a level that is assessed again and again, without an assessment in the period."""
    least = pack().parameter("risk_assessment.from_level", on=day).of(int)
    since = months_after(day, -pack().parameter("risk_assessment.interval", on=day).of(int))
    done = RiskAssessment.objects.filter(state=RiskAssessment.State.REPORTED, assessed_on__gte=since)
    rows = System.objects.filter(state=System.State.LIVE, grade__gte=least, live_on__lt=since)
    return rows.exclude(pk__in=done.values("system"))


def visible_assessments(actor: Actor) -> QuerySet[RiskAssessment]:
    """Those that the own department commissioned, that the own unit makes, or of systems that the actor looks into."""
    mine = (
        Q(system__body__in=guarded(actor).values("pk"))
        | Q(commission__agreement__supplier__in=actor.bodies)
        | Q(commission__agreement__body__in=actor.bodies)
    )
    return RiskAssessment.objects.filter(mine).select_related(
        "system__body", "commission__agreement__supplier", "commission__agreement__body"
    )


def visible_risks(actor: Actor) -> QuerySet[Risk]:
    rows = Risk.objects.filter(assessment__in=visible_assessments(actor).values("pk"))
    return rows.select_related("assessment__system__body")
