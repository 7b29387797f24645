"""Networks and access works: established, connected, integrated, retained by a review (article 13)."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long, Name
from banyan.acts.due import Due
from banyan.bodies.models import Agreement, Body
from banyan.bodies.queries import own_agreements
from banyan.infrastructure.acts.existing import (
    ENTERING,
    OWN,
    Plan,
    Since,
    Until,
    Whose,
    as_stock,
    integrating,
    putting_off,
    whose,
)
from banyan.infrastructure.models import AccessWork, Network
from banyan.infrastructure.queries import existing
from banyan.infrastructure.queries import networks as queries
from banyan.infrastructure.rules import existing as entering
from banyan.infrastructure.rules import networks as rules

Commission = Annotated[Agreement, Ask(choices=own_agreements)]
Unit = Annotated[Body, Ask(choices=existing.bodies_to_enter_for)]
ReviewDay = Annotated[date, Ask(label="Review held on")]
Experts = Annotated[str, Ask(longest=300, help="Names and institutions.")]

OFFICE = "provincial_office : planning_officer, head"
ACCESS = "own managing_department : planning_officer, integrator, head"


@act(
    under="13.1-a",
    by="own managing_department province : planning_officer, head",
    on=Network,
    moves="-> running",
    facts=queries.backbone_facts,
    rules=[rules.backbone_is_one, rules.backbone_is_run_on_commission],
    title="Establish backbone",
    says="{by} established the backbone {name} under {agreement}",
)
def establish_backbone(
    *, name: Name, agreement: Commission, purpose: Long = "", by: Any, at: datetime
) -> Network:
    """Enter the one backbone of the province, which a technical service unit builds and runs on commission."""
    return Network.objects.create(
        kind=Network.Kind.BACKBONE,
        name=name,
        body_id=whose(by),
        agreement=agreement,
        purpose=purpose,
        running_since=localdate(at),
        entered_on=localdate(at),
    )


@act(
    under="13.1-b",
    by="agreement.supplier : operations_officer, administrator, head",
    on=Network,
    moves="running",
    title="Report operation",
    says="{by} reported {availability} % availability of {on} and {incidents} incidents",
)
def report_operation(
    network: Network,
    *,
    availability: Annotated[Decimal, Ask(label="Availability of the month (%)")],
    incidents: Annotated[int, Ask(label="Incidents in the month")] = 0,
    at: datetime,
) -> None:
    """Report how the backbone ran in the month."""
    network.availability = availability
    network.incidents = incidents
    network.reported_on = localdate(at)


@act(
    under="13.1-c",
    by=ACCESS,
    on=AccessWork,
    moves="-> planned",
    facts=queries.access_facts,
    rules=[rules.unit_lies_in_ones_region, rules.access_point_is_new],
    title="Plan access",
    says="{by} planned the access of {unit} at {access_point}",
)
def plan_access(
    *,
    unit: Unit,
    access_point: Annotated[str, Ask(longest=120)],
    bandwidth: Annotated[int, Ask(label="Bandwidth (Mbit/s)")],
    planned_for: Annotated[date, Ask(label="Planned for")],
    by: Any,
) -> AccessWork:
    """Plan the works that connect a unit of the region to the government network."""
    return AccessWork.objects.create(
        body_id=whose(by), unit=unit, access_point=access_point, bandwidth=bandwidth, planned_for=planned_for
    )


@act(
    under="13.1-c",
    by="body : planning_officer, integrator, head",
    on=AccessWork,
    moves="planned -> connected",
    facts=queries.access_facts,
    rules=[rules.connected_in_the_past],
    title="Record connection",
    says="{by} recorded that {on} is connected",
)
def record_access(work: AccessWork, *, connected_on: Annotated[date, Ask(label="Connected on")]) -> None:
    """Record that the unit is connected to the government network."""
    work.connected_on = connected_on


@act(
    under="13.1-c",
    by="body : planning_officer, integrator, head",
    on=AccessWork,
    moves="planned, connected -> closed",
    title="Close access",
    says="{by} closed the access {on}: {reason}",
    tone="grave",
)
def close_access(work: AccessWork, *, reason: Long) -> None:
    """Close an access that is no longer wanted; the point may be used again."""


@act(
    under="13.2-a",
    by=OWN,
    on=Network,
    moves="-> in_review",
    facts=queries.review_facts,
    rules=[rules.no_private_network_is_built],
    title="Ask for new private network",
    says="{by} asked for the private network {name}",
)
def ask_for_private_network(*, name: Name, purpose: Long, by: Any, at: datetime) -> Network:
    """Ask the provincial office for a new private network; refused, unless the law pack lets new ones be built."""
    return Network.objects.create(
        kind=Network.Kind.PRIVATE,
        name=name,
        purpose=purpose,
        reason=purpose,
        body_id=whose(by),
        entered_on=localdate(at),
    )


@act(
    under="13.2-a",
    by=ENTERING,
    on=Network,
    moves="-> to_integrate",
    facts=existing.entry_facts,
    rules=[entering.entered_by_its_body_or_its_department, rules.private_network_is_integrated_in_time],
    title="Enter private network",
    says="{by} entered the private network {name}, to be integrated",
)
def enter_private_network(
    *,
    name: Name,
    purpose: Long = "",
    body: Whose = None,
    running_since: Since = None,
    integrate_by: Until = None,
    plan: Plan = "",
    by: Any,
) -> Network:
    """Enter a private network that exists, with its plan of integration."""
    stock = as_stock(by, body, running_since, integrate_by, plan)
    return Network.objects.create(kind=Network.Kind.PRIVATE, name=name, purpose=purpose, **stock)


@act(
    under=("13.2-c", "13.2-b"),
    by="body : planning_officer, integrator, administrator, head",
    on=Network,
    moves="to_integrate, retained -> in_review",
    due=Due("private_network.next_review", since="retained"),
    title="Ask to retain",
    says="{by} asked the provincial office to let {on} be retained",
)
def ask_retention(network: Network, *, reason: Long) -> None:
    """Ask the provincial office to have it reviewed; once retained, ask again before its end."""
    network.reason = reason


@act(
    under=("13.2-b", "13.2-c"),
    by=OFFICE,
    on=Network,
    moves="in_review -> retained",
    facts=queries.review_facts,
    rules=[rules.review_has_been_held, rules.retention_ends_with_the_next_review],
    due=Due("private_network.review", since="in_review"),
    title="Retain network",
    says="{by} lets {on} be retained until {until}",
)
def retain_network(
    network: Network,
    *,
    review_on: ReviewDay,
    experts: Experts,
    opinion: Long,
    until: Annotated[date, Ask(label="Retained until")],
) -> None:
    """Let the network be retained after the review, until its next review."""
    network.review_on = review_on
    network.experts = experts
    network.opinion = opinion
    network.retained_until = until


@act(
    under=("13.2-b", "13.2-a"),
    by=OFFICE,
    on=Network,
    moves="in_review -> to_integrate",
    facts=queries.review_facts,
    rules=[rules.review_has_been_held, rules.private_network_is_integrated_in_time],
    due=Due("private_network.review", since="in_review"),
    title="Refuse retention",
    says="{by} did not let {on} be retained: {opinion}",
    tone="grave",
)
def refuse_retention(
    network: Network, *, review_on: ReviewDay, experts: Experts, opinion: Long, integrate_by: Until = None
) -> None:
    """Refuse to retain it after the review; it is integrated by the day stated."""
    network.review_on = review_on
    network.experts = experts
    network.opinion = opinion
    network.retained_until = None
    entered = network.entered_on or review_on
    network.integrate_by = integrate_by or network.integrate_by or existing.integrated_at_the_latest(entered)


integrate_network = integrating("network", Network, "13.2-a", sources="to_integrate, retained")
put_off_network = putting_off("network", Network, "13.2-a", rules.private_network_is_integrated_in_time)
