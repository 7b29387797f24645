"""Risk assessments: commissioned from third parties, reported with their risks, addressed (article 32.3)."""

from datetime import date
from typing import Annotated

from banyan.acts import clock
from banyan.acts.act import act
from banyan.acts.asks import Ask, Long
from banyan.infrastructure.models import System
from banyan.operations.acts.incidents import GUARDS, KEEPERS
from banyan.operations.models import Commission, Risk, RiskAssessment, RiskLevel
from banyan.operations.queries import assessments as queries
from banyan.operations.rules import assessments as rules

ASSESSORS = "operations_officer, security_officer, administrator, head"
Covering = Annotated[Commission, Ask(choices=queries.assessing_commissions)]
Assessed = Annotated[System, Ask(choices=queries.systems_to_assess)]
OwnAssessment = Annotated[RiskAssessment, Ask(label="Risk assessment", choices=queries.own_assessments)]


@act(
    under="32.3-b",
    by=f"own security province : {GUARDS}",
    on=RiskAssessment,
    moves="-> commissioned",
    facts=queries.assessment_facts,
    rules=[
        rules.assessment_rests_on_a_commission,
        rules.assessor_is_a_third_party,
        rules.one_assessment_of_a_system_is_under_way,
    ],
    locks=("system",),
    title="Commission risk assessment",
    says="{by} commissioned the risk assessment of {system}",
)
def commission_assessment(
    *,
    commission: Covering,
    system: Assessed,
    report_by: Annotated[date | None, Ask(label="Report by", help="Empty: the time of the law.")] = None,
) -> RiskAssessment:
    """Have a qualified third party, which does no work for the system, assess its risks."""
    day = report_by or queries.REPORT.last_day(clock.now())
    return RiskAssessment.objects.create(commission=commission, system=system, report_by=day)


@act(
    under="32.3-b",
    by=f"own technical_service_unit : {ASSESSORS}",
    on=Risk,
    moves="-> open",
    facts=queries.risk_facts,
    rules=[rules.risk_is_addressed_in_time],
    title="Record risk",
    says="{by} recorded a risk under {assessment}: {level}",
    tone="grave",
)
def record_risk(
    *,
    assessment: OwnAssessment,
    level: Annotated[RiskLevel, Ask(label="Risk level")],
    what: Annotated[str, Ask(label="Risk", longest=300)],
    measure: Annotated[str, Ask(label="Measure proposed", longest=4000, lines=3)],
    remedy_by: Annotated[date | None, Ask(label="Addressed by", help="Empty: the time of the law.")] = None,
) -> Risk:
    """Name a risk with its measure; the body of the system is told at once, and its time runs."""
    day = remedy_by or queries.last_day(level)
    return Risk.objects.create(assessment=assessment, level=level, what=what, measure=measure, remedy_by=day)


@act(
    under="32.3-b",
    by=f"commission.agreement.supplier : {ASSESSORS}",
    on=RiskAssessment,
    moves="commissioned -> reported",
    facts=queries.report_facts,
    rules=[rules.system_was_assessed_on_a_day_past, rules.level_reaches_its_gravest_risk],
    due=queries.REPORT,
    title="Report risk assessment",
    says="{by} reported the risk assessment of {on.system}: {level}",
)
def report_assessment(
    assessment: RiskAssessment,
    *,
    assessed_on: Annotated[date, Ask(label="Assessed on")],
    level: Annotated[RiskLevel, Ask(label="Risk level")],
    report: Annotated[str, Ask(label="What was assessed", longest=20_000, lines=8)],
) -> None:
    """Report what was assessed and how great the risk is as a whole; record each risk first."""
    assessment.assessed_on, assessment.level, assessment.report = assessed_on, level, report


@act(
    under="32.3-b",
    by=f"commission.agreement.body : {GUARDS}",
    on=RiskAssessment,
    moves="commissioned -> cancelled",
    title="Cancel risk assessment",
    says="{by} cancelled the risk assessment of {on.system}: {reason}",
    tone="grave",
)
def cancel_assessment(assessment: RiskAssessment, *, reason: Long) -> None:
    """Cancel an assessment that is not made; the system stays to be assessed."""
    assessment.report = reason


@act(
    under="32.3-b",
    by=f"assessment.system.body : {KEEPERS}",
    on=Risk,
    moves="open -> addressed",
    due=queries.ADDRESS,
    title="Report risk as addressed",
    says="{by} addressed the risk {on}",
)
def address_risk(
    risk: Risk, *, done: Annotated[str, Ask(label="What was done", longest=4000, lines=3)]
) -> None:
    """Say what was done about the risk, and by what this can be seen."""
    risk.done, risk.refuted_because = done, ""


@act(
    under="32.3-b",
    by=f"assessment.commission.agreement.supplier : {ASSESSORS} | assessment.commission.agreement.body : {GUARDS}",
    on=Risk,
    moves="addressed -> open",
    facts=queries.risk_facts,
    rules=[rules.risk_is_addressed_in_time],
    title="Find not addressed",
    says="{by} found the risk {on} not addressed: {reason}",
    tone="grave",
)
def refute_risk(
    risk: Risk,
    *,
    reason: Long,
    remedy_by: Annotated[date | None, Ask(label="Addressed by", help="Empty: the time of the law.")] = None,
) -> None:
    """Find that what was reported does not address the risk, and by when it is addressed; the body is told at once."""
    risk.refuted_because = reason
    risk.remedy_by = remedy_by or queries.last_day(risk.level)
