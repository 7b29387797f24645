"""Acts on resources: described, submitted, accepted, withdrawn."""

from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Reason, Remark, Title
from banyan.acts.due import Due
from banyan.bodies.models import Agreement, Body
from banyan.catalogue import imports
from banyan.catalogue.models import (
    Classification,
    Cycle,
    Ground,
    Opening,
    Resource,
    ResourceClass,
    ResourceItem,
    Sharing,
)
from banyan.catalogue.queries.resources import concluded_agreements, draft_resource_facts, resource_facts
from banyan.catalogue.rules import resources as rules

ITEMS = Ask(
    lines=10,
    longest=50_000,
    help="One item a line: name, data type (C N Y D T L M G B I F), length, and the words key, sensitive, required;"
    " separated by tabs.",
)

SharingType = Annotated[Sharing, Ask(label="Sharing type")]
SharingCondition = Annotated[str, Ask(label="Sharing condition")]
MaybeGround = Annotated[Ground | None, Ask(label="Ground for not sharing")]
GroundBasis = Annotated[str, Ask(label="Legal basis of the ground", longest=300)]
ConsumerProtection = Annotated[
    int, Ask(label="Required protection level of consumers", help="1 to 5.", least=1, most=5)
]

CONCLUDED = Ask(label="Produced under the agreement", choices=concluded_agreements)

MaybeAgreement = Annotated[Agreement | None, CONCLUDED]


ItsAgreement = Annotated[Agreement, CONCLUDED]


SHARING_RULES = (
    rules.no_secret_enters,
    rules.narrower_sharing_has_a_ground,
    rules.condition_is_stated,
    rules.sharing_is_free_of_charge,
)


def _share(resource: Resource, sharing: Sharing, condition: str, ground: Ground | None, basis: str) -> None:
    """Say how the resource is shared and, where that is narrower than it might be, why."""
    resource.sharing = sharing
    resource.condition = condition
    resource.ground = ground or ""
    resource.ground_basis = basis


@act(
    under=("25.1-a", "17.2-a", "8.1-a", "8.1-b"),
    by="own : data_officer",
    on=Resource,
    moves="-> draft",
    facts=draft_resource_facts,
    rules=[
        *SHARING_RULES,
        rules.code_is_new,
        rules.resource_is_the_only_one_of_its_name,
        rules.agreement_is_of_its_body,
    ],
    title="Describe resource",
    says="{by} described the resource “{name}”",
)
def describe_resource(
    *,
    code: Annotated[str, Ask(longest=60, help="Class, subclasses and number, for example 1/01/001/1.")],
    name: Title,
    resource_class: Annotated[ResourceClass, Ask(label="Class")],
    abstract: Remark,
    media: Annotated[str, Ask(label="Format", longest=40)],
    sharing: SharingType,
    opening: Opening,
    cycle: Annotated[Cycle, Ask(label="Update cycle")],
    classification: Classification,
    items: Annotated[str, ITEMS],
    subclass: Annotated[str, Ask(longest=60)] = "",
    condition: SharingCondition = "",
    ground: MaybeGround = None,
    ground_basis: GroundBasis = "",
    required_protection: ConsumerProtection = 1,
    agreement: MaybeAgreement = None,
    by: Any,
) -> Resource:
    """Describe a resource that the body holds, with its items and its sharing type."""
    resource = Resource(
        body_id=by.body,
        code=code,
        name=name,
        resource_class=resource_class,
        subclass=subclass,
        abstract=abstract,
        media=media,
        opening=opening,
        cycle=cycle,
        classification=classification,
        required_protection=required_protection,
        agreement=agreement,
    )
    _share(resource, sharing, condition, ground, ground_basis)
    resource.save()
    ResourceItem.objects.bulk_create(imports.items_of(resource, items))
    return resource


@act(
    under="8.1-b",
    by="body : data_officer",
    on=Resource,
    moves="draft, submitted, returned, accepted, published",
    facts=resource_facts,
    rules=[rules.agreement_is_of_its_body],
    title="Name agreement",
    says="{by} recorded that {on} is produced under {agreement}",
)
def name_agreement(resource: Resource, *, agreement: ItsAgreement) -> None:
    """Say under which agreement the resource is produced; it belongs to the State all the same."""
    resource.agreement = agreement


@act(
    under="25.1-a",
    by="body : data_officer",
    on=Resource,
    moves="draft, returned, published",
    facts=resource_facts,
    rules=SHARING_RULES,
    title="Change sharing",
    says="{by} changed the sharing type of {on} to {sharing}",
)
def change_sharing(
    resource: Resource,
    *,
    sharing: SharingType,
    condition: SharingCondition = "",
    ground: MaybeGround = None,
    ground_basis: GroundBasis = "",
) -> None:
    """Say anew how the resource is shared; narrower sharing needs a ground of article 22."""
    _share(resource, sharing, condition, ground, ground_basis)


@act(
    under="22.2-b",
    by="body : data_officer",
    on=Resource,
    moves="draft, returned -> submitted",
    facts=resource_facts,
    rules=[*SHARING_RULES, rules.resource_has_items_and_a_key],
    title="Submit",
    says="{by} submitted {on} to the managing department",
)
def submit_resource(resource: Resource) -> None:
    """Send the description to the managing department for the next edition."""


@act(
    under="22.2-b",
    by="managing : catalogue_officer",
    on=Resource,
    moves="submitted -> accepted",
    due=Due("resource.review", since="submitted"),
    title="Accept",
    says="{by} accepted {on} for the next edition",
    over=True,
)
def accept_resource(resources: list[Resource]) -> None:
    """Find the description complete; it is published with the next edition."""


@act(
    under="22.2-b",
    by="managing : catalogue_officer",
    on=Resource,
    moves="submitted -> returned",
    title="Return",
    says="{by} returned {on}: {reason}",
    tone="grave",
)
def return_resource(resource: Resource, *, reason: Reason) -> None:
    """Send the description back with what is missing."""


@act(
    under=("8.1-c", "22.2-b"),
    by="managing : catalogue_officer",
    on=Resource,
    moves="accepted, published -> withdrawn",
    title="Withdraw",
    says="{by} withdrew {on}: {reason}",
    tone="grave",
)
def withdraw_resource(resource: Resource, *, reason: Reason) -> None:
    """Take the resource out of the catalogue; grants on it end."""


@act(
    under=("17.2-a", "25.1-a"),
    by="machine",
    on=Resource,
    moves="-> accepted",
    title="Load resources",
    says="{by} loaded {number} resources that the managing departments had accepted",
)
def load_resources(*, number: int, rows: dict[str, Any]) -> Resource:
    """Load the accepted stock of resources with their items, for the first edition."""
    bodies = {body.code: body for body in Body.objects.all()}
    made = Resource.objects.bulk_create(
        [imports.resource_of(row, bodies) for row in rows["resources"]], batch_size=500
    )
    by_code = {resource.code: resource for resource in made}
    ResourceItem.objects.bulk_create(
        (imports.item_of(row, by_code[row["resource"]]) for row in rows["items"]), batch_size=1000
    )
    return made[0]
