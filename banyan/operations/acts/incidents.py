"""Incidents are reported, handled, resolved and reviewed; maintenance is announced (articles 32.3 and 33)."""

from datetime import date, datetime
from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Name, Remark, Title
from banyan.acts.due import Due
from banyan.infrastructure.models import System
from banyan.operations.asks import Account
from banyan.operations.models import Incident, MaintenanceWindow
from banyan.operations.queries import incidents as queries
from banyan.operations.rules import incidents as rules

GUARDS = "security_officer, head"
KEEPERS = "operations_officer, security_officer, administrator, integrator, planning_officer, head"
InCharge = Annotated[System, Ask(choices=queries.systems_in_charge)]
Affected = Annotated[int, Ask(label="People affected")]
Leaked = Annotated[int, Ask(label="Persons whose data leaked")]
Loss = Annotated[int, Ask(label="Direct loss (yuan)")]


@act(
    under=("32.3-c", "33.2-a"),
    by=f"own : {KEEPERS}",
    on=Incident,
    moves="-> reported",
    facts=queries.incident_facts,
    rules=[rules.incident_is_of_a_system_in_charge, rules.severity_reaches_what_the_figures_demand],
    title="Report incident",
    says="{by} reported an incident of {system}: {title}",
    tone="grave",
)
def report_incident(
    *,
    system: InCharge,
    title: Name,
    what: Annotated[Account, Ask(label="What happened")],
    severity: Incident.Severity,
    notice: Annotated[
        Title, Ask(label="Told to users", help="Stands on the public status page; no details of an attack.")
    ] = "",
    people_affected: Affected = 0,
    records_leaked: Leaked = 0,
    loss: Loss = 0,
    by: Any,
    at: datetime,
) -> Incident:
    """Report that a system fails or is attacked, with its grade; who runs it takes it up within the time of the law."""
    return Incident.objects.create(
        system=system,
        reporter_id=by.body,
        title=title,
        what=what,
        severity=severity,
        notice=notice,
        people_affected=people_affected,
        records_leaked=records_leaked,
        loss=loss,
        reported_at=at,
    )


@act(
    under=("32.3-c", "33.2-a"),
    by=f"handler : {KEEPERS} | system.body : {KEEPERS}",
    on=Incident,
    moves="reported -> handling",
    due=Due("incident.operator.report", since="reported"),
    facts=queries.incident_facts,
    rules=[rules.larger_incident_is_reported_to_the_authority],
    title="Take up incident",
    says="{by} handles the incident {on}",
)
def take_up_incident(
    incident: Incident,
    *,
    authority_number: Annotated[
        str,
        Ask(
            label="Report to the cyberspace administration",
            longest=80,
            help="Number of the report; asked for from the grade “large” on.",
        ),
    ] = "",
) -> None:
    """Take the incident up; a larger one is reported to the cyberspace administration first."""
    incident.authority_number = authority_number


@act(
    under="32.3-c",
    by=f"handler : {KEEPERS} | system.body : {KEEPERS}",
    on=Incident,
    moves="reported, handling",
    facts=queries.incident_facts,
    rules=[rules.severity_reaches_what_the_figures_demand],
    title="Grade incident anew",
    says="{by} graded the incident {on} anew: {severity}",
)
def regrade_incident(
    incident: Incident,
    *,
    severity: Incident.Severity,
    people_affected: Affected = 0,
    records_leaked: Leaked = 0,
    loss: Loss = 0,
    notice: Annotated[Title, Ask(label="Told to users")] = "",
) -> None:
    """Correct grade and figures as more becomes known."""
    incident.severity = severity
    incident.people_affected, incident.records_leaked = people_affected, records_leaked
    incident.loss = loss
    incident.notice = notice or incident.notice


@act(
    under="33.2-a",
    by=f"handler : {KEEPERS} | system.body : {KEEPERS}",
    on=Incident,
    moves="handling -> resolved",
    title="Resolve incident",
    says="{by} resolved the incident {on}",
)
def resolve_incident(
    incident: Incident,
    *,
    cause: Annotated[Account, Ask(label="Cause")],
    remedy: Annotated[Account, Ask(label="Remedy")],
    at: datetime,
) -> None:
    """Say what it was and what was done; the system works again."""
    incident.cause, incident.remedy, incident.resolved_at = cause, remedy, at


@act(
    under="32.3-c",
    by=f"system.body : {KEEPERS}",
    on=Incident,
    moves="resolved -> reviewed",
    due=Due("incident.summary", since="resolved"),
    title="Review incident",
    says="{by} reviewed the incident {on}",
)
def review_incident(incident: Incident, *, lesson: Annotated[Account, Ask(label="What is learned")]) -> None:
    """Summarise the incident: what is learned, and what is changed so that it does not happen again."""
    incident.lesson = lesson


@act(
    under=("33.2-a", "33.2-b"),
    by=f"own : {KEEPERS}",
    on=MaintenanceWindow,
    moves="-> announced",
    facts=queries.window_facts,
    rules=[
        rules.maintenance_is_of_a_system_in_charge,
        rules.window_has_a_beginning_and_an_end,
        rules.window_is_announced_in_time,
    ],
    title="Announce maintenance",
    says="{by} announced maintenance of {system} on {day}: {what}",
)
def announce_maintenance(
    *,
    system: InCharge,
    what: Annotated[str, Ask(label="What is done", longest=300, help="Stands on the public status page.")],
    day: date,
    hour: Annotated[int, Ask(label="Begins at the hour", help="0 to 23.")],
    hours: Annotated[int, Ask(label="Lasts (hours)")],
    urgent_because: Annotated[str, Ask(label="Urgent because", longest=2000, lines=2)] = "",
) -> MaintenanceWindow:
    """Announce when a system is maintained; it is told to everyone, and does not count against availability."""
    begins, ends = queries.window_span(day, hour, hours)
    return MaintenanceWindow.objects.create(
        system=system, what=what, begins_at=begins, ends_at=ends, urgent_because=urgent_because
    )


@act(
    under="33.2-b",
    by=f"maintainer : {KEEPERS} | system.body : {KEEPERS}",
    on=MaintenanceWindow,
    moves="announced -> withdrawn",
    facts=queries.window_facts,
    rules=[rules.window_has_not_begun],
    title="Withdraw maintenance",
    says="{by} withdrew the maintenance {on}",
    tone="grave",
)
def withdraw_maintenance(window: MaintenanceWindow, *, result: Annotated[str, Ask(label="Reason")]) -> None:
    """Withdraw the window before it begins."""
    window.result = result


@act(
    under="33.2-a",
    by=f"maintainer : {KEEPERS} | system.body : {KEEPERS}",
    on=MaintenanceWindow,
    moves="announced -> done",
    facts=queries.window_facts,
    rules=[rules.window_has_begun],
    title="Close maintenance",
    says="{by} closed the maintenance {on}",
)
def close_maintenance(
    window: MaintenanceWindow,
    *,
    result: Annotated[Remark, Ask(label="Result")],
    at: datetime,
) -> None:
    """Say what was done; a window that is closed early ends now."""
    window.result = result
    window.ends_at = min(window.ends_at, at)
