"""Platforms and terminals: registered by the few who build them, entered as stock, integrated (articles 14, 19, 21)."""

from datetime import date, datetime
from typing import Annotated, Any

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long, Name, Title
from banyan.bodies.models import Agreement
from banyan.bodies.queries import own_agreements
from banyan.infrastructure.acts.existing import (
    DEPARTMENT,
    ENTERING,
    Plan,
    Since,
    Until,
    Whose,
    as_stock,
    integrating,
    putting_off,
    whose,
)
from banyan.infrastructure.models import Platform
from banyan.infrastructure.queries import existing
from banyan.infrastructure.queries import platforms as queries
from banyan.infrastructure.rules import existing as entering
from banyan.infrastructure.rules import platforms as rules

OwnAgreement = Annotated[Agreement | None, Ask(choices=own_agreements)]
Follows = Annotated[
    Platform | None, Ask(label="Follows the security platform", choices=queries.security_platforms)
]
Qualification = Annotated[Title, Ask(label="Qualification of the supplier")]
QualifiedUntil = Annotated[date | None, Ask(label="Qualified until")]
Number = Annotated[int, Ask(label="Number of devices")]


@act(
    under=("14.1-a", "14.1-b", "14.1-c", "17.1-a", "19.1-a", "19.1-b", "19.1-c", "19.2-a", "21.2-a"),
    by="own : planning_officer, security_officer, integrator, administrator, head",
    on=Platform,
    moves="-> running",
    facts=queries.platform_facts,
    rules=[
        rules.iot_platform_is_built_by_province_or_city,
        rules.grid_platform_is_built_by_province_or_city,
        rules.no_specialised_grid_platform_is_built,
        rules.no_terminals_of_one_unit_are_deployed,
        rules.shared_terminals_are_set_up_by_the_government,
        rules.sharing_platform_is_the_provinces,
        rules.sharing_platform_is_not_purchased,
        rules.security_platform_is_planned_jointly,
        rules.supplier_of_security_is_qualified,
        rules.security_of_a_unit_follows_the_plan,
        rules.one_platform_for_a_department,
    ],
    title="Register platform",
    says="{by} registered the platform {name}",
)
def register_platform(
    *,
    name: Name,
    kind: Platform.Kind,
    mode: Annotated[Platform.Mode, Ask(label="Mode of building")],
    purpose: Long = "",
    number: Number = 0,
    agreement: OwnAgreement = None,
    follows: Follows = None,
    qualification: Qualification = "",
    qualified_until: QualifiedUntil = None,
    by: Any,
    at: datetime,
) -> Platform:
    """Register a platform or a set of shared terminals that your body builds and runs for all who need it."""
    return Platform.objects.create(
        body_id=whose(by),
        name=name,
        kind=kind,
        mode=mode,
        purpose=purpose,
        number=number,
        agreement=agreement,
        follows=follows,
        qualification=qualification,
        qualified_until=qualified_until,
        running_since=localdate(at),
        entered_on=localdate(at),
    )


@act(
    under=("19.1-d", "14.1-d"),
    by=ENTERING,
    on=Platform,
    moves="-> to_integrate",
    facts=existing.entry_facts,
    rules=[entering.entered_by_its_body_or_its_department, rules.platform_is_integrated_in_time],
    title="Enter existing platform",
    says="{by} entered the platform {name}, to be integrated",
)
def enter_platform(
    *,
    name: Name,
    kind: Platform.Kind,
    purpose: Long = "",
    number: Number = 0,
    body: Whose = None,
    running_since: Since = None,
    integrate_by: Until = None,
    plan: Plan = "",
    by: Any,
) -> Platform:
    """Enter a platform or terminals that exist, with their plan of integration or interconnection."""
    stock = as_stock(by, body, running_since, integrate_by, plan)
    return Platform.objects.create(name=name, kind=kind, purpose=purpose, number=number, **stock)


@act(
    under="19.1-d",
    by=DEPARTMENT,
    on=Platform,
    moves="to_integrate -> interconnected",
    title="Record interconnection",
    says="{by} recorded that {on} is interconnected",
)
def interconnect_platform(platform: Platform, *, answer: Long, at: datetime) -> None:
    """Record that it exchanges with the comprehensive platform and so may stay."""
    platform.answer = answer
    platform.integrated_on = localdate(at)


@act(
    under=("21.1-a", "21.1-b"),
    by="own security province : security_officer, head",
    on=Platform,
    moves="-> planned",
    facts=queries.platform_facts,
    rules=[rules.security_platform_is_one, rules.supplier_of_security_is_qualified],
    title="Plan security platform",
    says="{by} planned the security platform {name}",
)
def plan_security_platform(
    *,
    name: Name,
    mode: Annotated[Platform.Mode, Ask(label="Mode of building")],
    purpose: Long = "",
    qualification: Qualification = "",
    qualified_until: QualifiedUntil = None,
    by: Any,
) -> Platform:
    """Plan the platform by which the province secures and supervises; the provincial office joins the plan."""
    return Platform.objects.create(
        body_id=whose(by),
        name=name,
        kind=Platform.Kind.SECURITY,
        mode=mode,
        purpose=purpose,
        qualification=qualification,
        qualified_until=qualified_until,
    )


@act(
    under="21.1-a",
    by="provincial_office : planning_officer, head",
    on=Platform,
    moves="planned -> running",
    title="Join the plan",
    says="{by} joined the plan of the security platform {on}",
)
def join_security_plan(platform: Platform, *, answer: Long = "", at: datetime) -> None:
    """Join the plan of the network security department as the provincial office; both stand behind it."""
    platform.answer = answer
    platform.running_since = platform.entered_on = localdate(at)


@act(
    under="21.1-b",
    by="body : security_officer, planning_officer, integrator, administrator, head",
    on=Platform,
    moves="planned, running",
    facts=queries.renewal_facts,
    rules=[rules.platform_has_a_supplier, rules.renewed_qualification_is_valid],
    title="Renew qualification",
    says="{by} renewed the qualification of the supplier of {on}: {qualification}, until {qualified_until}",
)
def renew_qualification(
    platform: Platform,
    *,
    qualification: Qualification,
    qualified_until: Annotated[date, Ask(label="Qualified until")],
    agreement: Annotated[
        Agreement | None,
        Ask(
            label="New agreement",
            help="Only where another supplier takes over.",
            choices=own_agreements,
        ),
    ] = None,
) -> None:
    """State the renewed qualification of the supplier, or that of the supplier that takes over."""
    platform.qualification = qualification
    platform.qualified_until = qualified_until
    platform.agreement = agreement or platform.agreement


integrate_platform = integrating("platform", Platform, "19.1-d", sources="to_integrate, interconnected")
put_off_platform = putting_off("platform", Platform, "19.1-d", rules.platform_is_integrated_in_time)
