"""What shares spare people: materials that are no longer asked for, fewer days, fewer visits (articles 1 and 25.2)."""

from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long, Title
from banyan.acts.lines import all_fit, lines_of
from banyan.catalogue.models import Subject
from banyan.exchange.models import Grant, ServiceItem, ServiceMaterial
from banyan.exchange.queries import effects as queries
from banyan.exchange.rules import effects as rules

STAFF = "form_designer, data_officer"
OwnGrant = Annotated[
    Grant,
    Ask(
        label="Grant", choices=queries.grants_that_spare, help="The share that supplies what the paper says."
    ),
]
Days = Annotated[int, Ask(label="Working days promised", most=30_000)]
LONGEST_NAME = 200
"""So many characters the name of a material has at most."""

Visits = Annotated[int, Ask(label="Visits needed", most=30_000)]


@act(
    under="25.2-b",
    by=f"own : {STAFF}",
    on=ServiceItem,
    moves="-> offered",
    facts=queries.item_facts,
    rules=[rules.service_code_is_new, rules.promise_keeps_the_time_of_the_law],
    title="Register service item",
    says="{by} registered the service item “{name}”",
)
def register_service_item(
    *,
    code: Annotated[str, Ask(longest=40)],
    name: Title,
    subject: Annotated[Subject, Ask(label="For whom")],
    statutory_days: Annotated[int, Ask(label="Working days by law", most=30_000)],
    promised_days: Days,
    visits: Visits,
    materials: Annotated[
        str, Ask(label="Materials asked for", help="One material a line.", lines=8, longest=20_000)
    ] = "",
    by: Any,
) -> ServiceItem:
    """Register a matter that people bring to the body: how long it takes, and what is asked of them."""
    item = ServiceItem.objects.create(
        body_id=by.body,
        code=code,
        name=name,
        subject=subject,
        statutory_days=statutory_days,
        promised_days=promised_days,
        visits=visits,
    )
    named = all_fit("materials", lines_of(materials), LONGEST_NAME)
    ServiceMaterial.objects.bulk_create(
        ServiceMaterial(item=item, position=number, name=line) for number, line in enumerate(named, 1)
    )
    return item


@act(
    under=("25.2-b", "1.1-d"),
    by=f"item.body : {STAFF}",
    on=ServiceMaterial,
    moves="asked -> spared",
    facts=queries.item_facts,
    rules=[rules.saving_rests_on_a_share_in_force],
    title="Spare material",
    says="{by} no longer asks for {on}: {grant} supplies it",
    reverse="exchange.ask_material_again",
)
def spare_material(material: ServiceMaterial, *, grant: OwnGrant) -> None:
    """Stop asking people for this material, because a share supplies what it says."""
    material.grant = grant


@act(
    under="25.2-b",
    by=f"item.body : {STAFF}",
    on=ServiceMaterial,
    moves="spared -> asked",
    title="Ask for material again",
    says="{by} asks for {on} again: {reason}",
    tone="grave",
)
def ask_material_again(material: ServiceMaterial, *, reason: Long) -> None:
    """Ask for the material again, for example because the share has ended."""
    material.grant = None


@act(
    under=("25.2-b", "1.1-d"),
    by=f"body : {STAFF}",
    on=ServiceItem,
    moves="offered",
    facts=queries.item_facts,
    rules=[rules.saving_rests_on_a_share_in_force, rules.something_is_saved],
    title="Shorten promise",
    says="{by} promises {on} (working days {days}, visits {visits}), since {grant} supplies what was asked",
    reverse="exchange.lengthen_promise",
)
def shorten_promise(item: ServiceItem, *, days: Days, visits: Visits, grant: OwnGrant) -> None:
    """Promise fewer working days or visits than now, because of what a share supplies."""
    _promise(item, days, visits)


@act(
    under="25.2-b",
    by=f"body : {STAFF}",
    on=ServiceItem,
    moves="offered",
    facts=queries.item_facts,
    rules=[rules.promise_returns_no_further_than_it_began],
    title="Lengthen promise",
    says="{by} promises {on} again (working days {days}, visits {visits}): {reason}",
    tone="grave",
)
def lengthen_promise(item: ServiceItem, *, days: Days, visits: Visits, reason: Long) -> None:
    """Take a shorter promise back, at most to what it was when the item was registered."""
    _promise(item, days, visits)


def _promise(item: ServiceItem, days: int, visits: int) -> None:
    item.days_saved += item.promised_days - days
    item.visits_saved += item.visits - visits
    item.promised_days, item.visits = days, visits


@act(
    under="25.2-b",
    by=f"body : {STAFF}, head",
    on=ServiceItem,
    moves="offered -> withdrawn",
    title="Withdraw service item",
    says="{by} withdrew the service item {on}: {reason}",
    tone="grave",
)
def withdraw_service_item(item: ServiceItem, *, reason: Long) -> None:
    """Offer the matter no more; what it saved is counted no more."""
