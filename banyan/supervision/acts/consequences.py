"""Consequences for a project: each demands findings and ends with them (article 36.2)."""

from datetime import datetime
from typing import Annotated

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long
from banyan.acts.models import Finding
from banyan.planning.models import Hold, Project
from banyan.supervision.queries import consequences as queries
from banyan.supervision.rules import consequences as rules

ProjectFindings = Annotated[list[Finding], Ask(label="Findings", choices=queries.findings_of_project)]


SUPERVISOR = "body.managing : inspector, catalogue_officer, head | body.provincial_office : inspector, head"


def _hold(project: Project, kind: str, findings: list[Finding], reason: str) -> None:
    hold = Hold.objects.create(
        project=project,
        kind=kind,
        reason=reason,
        ends_when="；".join(str(one) for one in findings)[:2000],
    )
    hold.findings.set(findings)


@act(
    under="36.2-d",
    by=SUPERVISOR,
    on=Project,
    moves="approved, building, trial",
    facts=queries.consequence_facts(Hold.Kind.PAYMENT),
    rules=[rules.consequence_rests_on_findings, rules.no_such_hold_is_in_force],
    title="Hold payments",
    says="{by} held the construction payments of {on}: {reason}",
    tone="grave",
)
def hold_payments(project: Project, *, findings: ProjectFindings, reason: Long) -> None:
    """Defer the payments until the findings close; the hold then ends by itself."""
    _hold(project, Hold.Kind.PAYMENT, findings, reason)


@act(
    under="36.2-e",
    by=SUPERVISOR,
    on=Project,
    moves="building -> suspended",
    facts=queries.consequence_facts(Hold.Kind.BUILDING),
    rules=[rules.consequence_rests_on_findings, rules.no_such_hold_is_in_force],
    title="Suspend building",
    says="{by} suspended the building of {on}: {reason}",
    tone="grave",
)
def suspend_project(project: Project, *, findings: ProjectFindings, reason: Long) -> None:
    """Suspend the building until the findings close; it then goes on by itself."""
    project.resumes_as = Project.State.BUILDING
    _hold(project, Hold.Kind.BUILDING, findings, reason)


@act(
    under="36.2-g",
    by=SUPERVISOR,
    on=Project,
    moves="building, trial",
    facts=queries.consequence_facts(Hold.Kind.ACCEPTANCE),
    rules=[rules.consequence_rests_on_findings, rules.no_such_hold_is_in_force],
    title="Stop acceptance",
    says="{by} stopped the acceptance of {on}: {reason}",
    tone="grave",
)
def stop_acceptance(project: Project, *, findings: ProjectFindings, reason: Long) -> None:
    """Let the project not be accepted until the findings close."""
    _hold(project, Hold.Kind.ACCEPTANCE, findings, reason)


@act(
    under="36.2-h",
    by=SUPERVISOR,
    on=Project,
    moves="accepted, operating",
    facts=queries.consequence_facts(Hold.Kind.OPERATION_FUNDS),
    rules=[rules.consequence_rests_on_findings, rules.no_such_hold_is_in_force],
    title="Hold operation funds",
    says="{by} held the operation funds of {on}: {reason}",
    tone="grave",
)
def hold_operation_funds(project: Project, *, findings: ProjectFindings, reason: Long) -> None:
    """Hold the money for operation until the findings close."""
    _hold(project, Hold.Kind.OPERATION_FUNDS, findings, reason)


@act(
    under="36.2-f",
    by="body.managing : inspector, catalogue_officer, head",
    four_eyes="body.approval : approval_officer, head",
    on=Project,
    moves="approved, building, suspended, trial -> terminated",
    facts=queries.consequence_facts(Hold.Kind.BUILDING),
    rules=[rules.case_is_serious],
    title="Terminate project",
    says="{by} terminated {on}: {seriousness}",
    tone="grave",
)
def terminate_project(
    project: Project,
    *,
    seriousness: Annotated[Long, Ask(label="Why the case is serious", must=True)] = "",
) -> None:
    """End the project for good, in a serious case, with a second person of the approval department."""


@act(
    under=("36.2-d", "36.2-e"),
    by="machine",
    on=Hold,
    moves="in_force -> released",
    facts=queries.hold_facts,
    rules=[rules.findings_of_the_hold_are_closed],
    title="Release hold",
    says="The hold {on} ended: its findings are closed",
)
def release_hold(hold: Hold, *, at: datetime) -> None:
    """End the hold, and let a suspended project go on."""
    hold.released_on = localdate(at)
    project = hold.project
    if hold.kind == Hold.Kind.BUILDING and project.state == Project.State.SUSPENDED:
        project.state = project.resumes_as or Project.State.BUILDING
        project.save()
