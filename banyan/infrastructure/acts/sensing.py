"""Sensing resources: reported when new, decided, used again, dispatched (article 14.3)."""

from datetime import date
from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long, Name
from banyan.acts.due import Due
from banyan.bodies.models import Region
from banyan.infrastructure.acts.existing import DEPARTMENT, OWN, whose
from banyan.infrastructure.models import SensingAccess, SensingResource
from banyan.infrastructure.queries import sensing as queries
from banyan.infrastructure.rules import sensing as rules

Where = Annotated[Region, Ask(label="Region", choices=queries.places_to_choose)]
PlaceName = Annotated[str, Ask(label="Place or grid cell", longest=120)]
Count = Annotated[int, Ask(label="Number of devices")]
Offered = Annotated[SensingResource, Ask(label="What exists", choices=queries.offered_to_choose)]
Wanted = Annotated[SensingResource, Ask(label="Sensing resource", choices=queries.in_use_elsewhere)]
Ends = Annotated[date | None, Ask(help="Left empty: until it is ended.")]

DISPATCHER = "resource.approver : planning_officer, catalogue_officer, head"
DECIDE = "sensing_report.decide"


@act(
    under="14.3-b",
    by=OWN,
    on=SensingResource,
    moves="-> reported",
    title="Report new sensing resource",
    says="{by} reported {name} at {place}",
)
def report_sensing_resource(
    *,
    name: Name,
    kind: SensingResource.Kind,
    number: Count,
    region: Where,
    place: PlaceName,
    purpose: Long,
    by: Any,
) -> SensingResource:
    """Report cameras or sensors that are to be set up; the managing department decides before they are."""
    return SensingResource.objects.create(
        body_id=whose(by), name=name, kind=kind, number=number, region=region, place=place, purpose=purpose
    )


@act(
    under="14.3-a",
    by=OWN,
    on=SensingResource,
    moves="-> in_use",
    facts=queries.sensing_facts,
    rules=[rules.in_use_since_a_day_past],
    title="Enter existing sensing resource",
    says="{by} entered {name} at {place}",
)
def enter_sensing_resource(
    *,
    name: Name,
    kind: SensingResource.Kind,
    number: Count,
    region: Where,
    place: PlaceName,
    purpose: Long = "",
    in_use_since: Annotated[date | None, Ask(label="In use since")] = None,
    by: Any,
) -> SensingResource:
    """Enter what your line has in use already, so that others find it before they set up their own."""
    return SensingResource.objects.create(
        body_id=whose(by),
        name=name,
        kind=kind,
        number=number,
        region=region,
        place=place,
        purpose=purpose,
        in_use_since=in_use_since,
        is_stock=True,
    )


@act(
    under="14.3-c",
    by=DEPARTMENT,
    on=SensingResource,
    moves="reported -> approved",
    facts=queries.sensing_facts,
    rules=[rules.what_stands_there_is_weighed],
    due=Due(DECIDE, since="reported"),
    title="Approve sensing resource",
    says="{by} approved {on}",
)
def approve_sensing_resource(
    resource: SensingResource,
    *,
    answer: Long,
    why_not_existing: Annotated[
        str, Ask(label="Why what exists does not do", longest=4000, lines=2, must=True)
    ] = "",
) -> None:
    """Let it be set up, as part of the building of the whole region."""
    resource.answer = "\n".join(part for part in (answer, why_not_existing) if part)


@act(
    under="14.3-c",
    by=DEPARTMENT,
    on=SensingResource,
    moves="reported -> use_existing",
    facts=queries.sensing_facts,
    rules=[rules.what_is_offered_stands_there],
    due=Due(DECIDE, since="reported"),
    title="Offer what exists",
    says="{by} offered {existing} in the place of {on}",
)
def offer_existing(resource: SensingResource, *, existing: Offered, answer: Long = "") -> None:
    """Let the unit use what stands there already; it asks for access to it."""
    resource.existing = existing
    resource.answer = answer


@act(
    under="14.3-b",
    by="body : planning_officer, integrator, administrator, head",
    on=SensingResource,
    moves="approved -> in_use",
    facts=queries.sensing_facts,
    rules=[rules.in_use_since_a_day_past],
    title="Put into use",
    says="{by} put {on} into use",
)
def put_sensing_into_use(
    resource: SensingResource, *, in_use_since: Annotated[date, Ask(label="In use since")]
) -> None:
    """Put what was approved into use; from now on others find it and may ask for access."""
    resource.in_use_since = in_use_since


@act(
    under="14.3-a",
    by="body : planning_officer, integrator, administrator, head",
    on=SensingResource,
    moves="in_use -> removed",
    title="Remove sensing resource",
    says="{by} removed {on}: {reason}",
    tone="grave",
)
def remove_sensing_resource(resource: SensingResource, *, reason: Long) -> None:
    """Take it out of use."""
    resource.answer = reason


@act(
    under="14.3-c",
    by=OWN,
    on=SensingAccess,
    moves="-> asked",
    facts=queries.access_facts,
    rules=[rules.access_is_to_what_others_use],
    title="Ask for access to sensing",
    says="{by} asked for access to {resource}",
)
def ask_sensing_access(*, resource: Wanted, purpose: Long, by: Any) -> SensingAccess:
    """Ask to use the cameras or sensors of another body, instead of setting up your own."""
    return SensingAccess.objects.create(resource=resource, unit_id=by.body, purpose=purpose)


@act(
    under=("14.3-c", "5.1-f"),
    by=DISPATCHER,
    on=SensingAccess,
    moves="asked -> dispatched",
    facts=queries.access_facts,
    rules=[rules.access_ends_in_the_future],
    due=Due(DECIDE, since="asked"),
    title="Dispatch access",
    says="{by} dispatched access to {on.resource} to {on.unit}",
)
def dispatch_sensing_access(access: SensingAccess, *, answer: Long = "", until: Ends = None) -> None:
    """Let the unit use the sensing resource of another."""
    access.answer = answer
    access.until = until


@act(
    under="14.3-c",
    by=DISPATCHER,
    on=SensingAccess,
    moves="asked -> refused",
    due=Due(DECIDE, since="asked"),
    title="Refuse access",
    says="{by} refused {on.unit} access to {on.resource}: {answer}",
    tone="grave",
)
def refuse_sensing_access(access: SensingAccess, *, answer: Long) -> None:
    """Refuse access, with the reason."""
    access.answer = answer


@act(
    under="14.3-c",
    by=f"{DISPATCHER} | unit : planning_officer, integrator, administrator, head",
    on=SensingAccess,
    moves="dispatched -> ended",
    title="End access",
    says="{by} ended the access of {on.unit} to {on.resource}",
)
def end_sensing_access(access: SensingAccess, *, answer: Long = "") -> None:
    """End the access."""
    access.answer = answer or access.answer
