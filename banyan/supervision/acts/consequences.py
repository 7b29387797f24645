"""Consequences for a project: each demands findings and ends with them (article 36.2)."""

from datetime import datetime
from typing import Annotated

from django.utils.timezone import localdate

from banyan.acts.act import Act, act
from banyan.acts.asks import Ask, Long
from banyan.acts.models import Finding
from banyan.planning.models import Hold, Project
from banyan.supervision.queries import consequences as queries
from banyan.supervision.rules import consequences as rules

ProjectFindings = Annotated[list[Finding], Ask(label="Findings", choices=queries.findings_of_project)]


SUPERVISOR = "body.managing : inspector, catalogue_officer, head | body.provincial_office : inspector, head"


def holding(name: str, kind: Hold.Kind, *, under: str, moves: str, title: str, says: str, effect: str) -> Act:
    """Declare an act by which a supervisor holds something of a project until the findings close."""

    def hold(project: Project, *, findings: ProjectFindings, reason: Long) -> None:
        if kind == Hold.Kind.BUILDING:
            project.resumes_as = Project.State.BUILDING
        ends_when = "；".join(str(one) for one in findings)[:2000]
        made = Hold.objects.create(project=project, kind=kind, reason=reason, ends_when=ends_when)
        made.findings.set(findings)

    hold.__name__ = name
    hold.__doc__ = effect
    return act(
        under=under,
        by=SUPERVISOR,
        on=Project,
        moves=moves,
        facts=queries.consequence_facts(kind),
        rules=[rules.consequence_rests_on_findings, rules.no_such_hold_is_in_force],
        title=title,
        says=says,
        tone="grave",
    )(hold)


hold_payments = holding(
    "hold_payments",
    Hold.Kind.PAYMENT,
    under="36.2-d",
    moves="approved, building, trial",
    title="Hold payments",
    says="{by} held the construction payments of {on}: {reason}",
    effect="Defer the payments until the findings close; the hold then ends by itself.",
)
suspend_project = holding(
    "suspend_project",
    Hold.Kind.BUILDING,
    under="36.2-e",
    moves="building -> suspended",
    title="Suspend building",
    says="{by} suspended the building of {on}: {reason}",
    effect="Suspend the building until the findings close; it then goes on by itself.",
)
stop_acceptance = holding(
    "stop_acceptance",
    Hold.Kind.ACCEPTANCE,
    under="36.2-g",
    moves="building, trial",
    title="Stop acceptance",
    says="{by} stopped the acceptance of {on}: {reason}",
    effect="Let the project not be accepted until the findings close.",
)
hold_operation_funds = holding(
    "hold_operation_funds",
    Hold.Kind.OPERATION_FUNDS,
    under="36.2-h",
    moves="accepted, operating",
    title="Hold operation funds",
    says="{by} held the operation funds of {on}: {reason}",
    effect="Hold the money for operation until the findings close.",
)


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
