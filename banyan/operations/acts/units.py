"""Technical service units: report and check a qualification, commission a unit, end the commission (article 7)."""

from datetime import date, datetime
from typing import Annotated, Any

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask, Remark
from banyan.acts.due import Due
from banyan.bodies.models import Agreement
from banyan.bodies.queries import own_agreements
from banyan.infrastructure.models import System
from banyan.operations.models import Commission, Qualification, ServiceLevel
from banyan.operations.queries import units as queries
from banyan.operations.rules import units as rules

CHECKER = "unit.managing : operations_officer, catalogue_officer, head"
PRINCIPAL = "agreement.body : operations_officer, administrator, integrator, planning_officer, catalogue_officer, head"
OwnAgreement = Annotated[Agreement, Ask(choices=own_agreements)]
OwnSystems = Annotated[list[System] | None, Ask(choices=queries.own_systems)]


@act(
    under="7.1-a",
    by="own technical_service_unit : operations_officer, administrator, head",
    on=Qualification,
    moves="-> reported",
    facts=queries.qualification_facts,
    rules=[rules.certificate_is_valid, rules.certificate_is_reported_once],
    title="Report qualification",
    says="{by} reported the certificate {certificate}, valid until {valid_until}",
)
def report_qualification(
    *,
    kind: Qualification.Kind,
    certificate: Annotated[str, Ask(label="Certificate number", longest=80)],
    issuer: Annotated[str, Ask(label="Issued by", longest=120)],
    valid_until: date,
    by: Any,
) -> Qualification:
    """Report a certificate of the own unit; the managing department checks it."""
    return Qualification.objects.create(
        unit_id=by.body, kind=kind, certificate=certificate, issuer=issuer, valid_until=valid_until
    )


@act(
    under=("7.1-a", "34.1-a"),
    by=CHECKER,
    on=Qualification,
    moves="reported -> checked",
    due=Due("qualification.check", since="reported"),
    facts=queries.qualification_facts,
    rules=[rules.certificate_is_valid],
    title="Confirm qualification",
    says="{by} checked the certificate of {on}",
)
def confirm_qualification(qualification: Qualification, *, remark: Remark) -> None:
    """Confirm the certificate after looking it up at its issuer; the unit may then be commissioned."""
    qualification.remark = remark


@act(
    under="7.1-a",
    by=CHECKER,
    on=Qualification,
    moves="reported -> rejected",
    due=Due("qualification.check", since="reported"),
    title="Reject qualification",
    says="{by} did not accept the certificate of {on}: {remark}",
    tone="grave",
)
def reject_qualification(qualification: Qualification, *, remark: Remark) -> None:
    """Do not accept the certificate, and say why."""
    qualification.remark = remark


@act(
    under="7.1-a",
    by=CHECKER,
    on=Qualification,
    moves="checked -> withdrawn",
    title="Withdraw qualification",
    says="{by} struck the certificate of {on}: {remark}",
    tone="grave",
)
def withdraw_qualification(qualification: Qualification, *, remark: Remark) -> None:
    """Strike a certificate that its issuer has withdrawn; commissions that rest on it become findings."""
    qualification.remark = remark


@act(
    under=("7.1-b", "7.1-a", "8.1-d"),
    by="own : operations_officer, administrator, integrator, planning_officer, catalogue_officer, head",
    on=Commission,
    moves="-> running",
    facts=queries.commission_facts,
    rules=[
        rules.unit_is_qualified,
        rules.commission_lies_within_its_agreement,
        rules.commission_ends_after_it_begins,
        rules.body_commissions_its_own_systems,
    ],
    title="Commission unit",
    says="{by} commissioned under “{agreement}”: {scope}, until {until}",
)
def commission_unit(
    *,
    agreement: OwnAgreement,
    work: Annotated[Commission.Work, Ask(label="Kind of work")],
    scope: Annotated[str, Ask(label="What for", longest=300)],
    systems: OwnSystems = None,
    since: date,
    until: date,
) -> Commission:
    """Have a qualified unit do this work for the body, under an agreement, until a day."""
    made = Commission.objects.create(agreement=agreement, work=work, scope=scope, since=since, until=until)
    made.systems.set(systems or [])
    return made


@act(
    under="7.1-b",
    by=PRINCIPAL,
    on=Commission,
    moves="running -> ended",
    title="End commission",
    says="{by} ended the commission {on}: {reason}",
    tone="grave",
)
def end_commission(commission: Commission, *, reason: Remark, at: datetime) -> None:
    """End what the unit does for the body; what was agreed for its systems ends with it."""
    commission.ended_because = reason
    commission.until = min(commission.until, localdate(at))
    for level in commission.levels.filter(state=ServiceLevel.State.AGREED):
        level.state, level.until = ServiceLevel.State.ENDED, localdate(at)
        level.save()
