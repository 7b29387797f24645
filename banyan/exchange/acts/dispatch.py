"""Dispatch orders: the provincial office has a resource supplied to a unit for a time (article 5)."""

from datetime import date
from typing import Annotated

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long
from banyan.acts.due import Due
from banyan.catalogue.models import Resource
from banyan.exchange.acts.sharing import make_grant
from banyan.exchange.models import ConsumerSystem, DispatchOrder, Grant
from banyan.exchange.queries import dispatch as queries
from banyan.exchange.queries.grants import expiry_facts, grant_facts
from banyan.exchange.queries.systems import active_systems
from banyan.exchange.rules import dispatch as rules
from banyan.exchange.rules import granting
from banyan.lake.queries.aggregation import catalogued

PROVINCE = "own managing_department province : catalogue_officer, head"
Dispatched = Annotated[Resource, Ask(choices=catalogued)]
Items = Annotated[
    str,
    Ask(help="One item a line, by the names under which the resource lists them.", lines=6, longest=4000),
]
Ground = Annotated[
    str,
    Ask(
        label="Ground of the order",
        help="Why the unit needs it now, such as an emergency.",
        longest=300,
    ),
]
Supplied = Annotated[
    ConsumerSystem,
    Ask(
        label="Consumer system",
        help="The system of the unit that is supplied.",
        choices=active_systems,
    ),
]


@act(
    under="5.1-f",
    by=PROVINCE,
    on=DispatchOrder,
    moves="-> ordered",
    facts=queries.dispatch_facts,
    rules=[
        rules.dispatched_resource_is_catalogued,
        rules.dispatched_items_are_of_the_resource,
        rules.order_supplies_another_body,
        rules.order_ends_within_its_longest_term,
        granting.consumer_is_protected_enough,
    ],
    title="Order supply",
    says="{by} ordered {resource} to be supplied to {system} for {ground} until {until}",
)
def order_supply(
    *,
    resource: Dispatched,
    items: Items,
    system: Supplied,
    ground: Ground,
    legal_basis: Annotated[str, Ask(longest=300, help="The law and article that lets the body use them.")],
    daily_volume: Annotated[int, Ask(label="Reads a day at most", least=1, most=1_000_000)],
    until: date,
) -> DispatchOrder:
    """Have items of a resource supplied to a unit for a time; the provider is told at once and supplies them."""
    order = DispatchOrder.objects.create(
        resource=resource,
        consumer=system.body,
        system=system,
        ground=ground,
        legal_basis=legal_basis,
        daily_volume=daily_volume,
        until=until,
    )
    order.items.set(resource.items.filter(name__in=queries.named(items)))
    return order


@act(
    under="5.1-f",
    by="resource.body : data_officer, head",
    on=DispatchOrder,
    moves="ordered -> supplied",
    facts=grant_facts,
    rules=[granting.resource_is_still_catalogued, granting.consumer_is_protected_enough],
    due=Due("dispatch_order.supply", since="ordered"),
    title="Supply",
    says="{by} supplied {on.resource} to {on.consumer}, as ordered for {on.ground}",
)
def supply_ordered(order: DispatchOrder) -> None:
    """Carry out the order: the unit may read its items until its last day."""
    make_grant(order, list(order.items.all()), order.until, purpose=order.ground, order=order)


@act(
    under="5.1-f",
    by=PROVINCE,
    on=DispatchOrder,
    moves="ordered, supplied -> ended",
    title="Recall order",
    says="{by} recalled the order {on}: {reason}",
    tone="grave",
)
def recall_order(order: DispatchOrder, *, reason: Long) -> None:
    """End the order before its last day; reads under it stop within five seconds."""
    for grant in Grant.objects.filter(order=order, state__in=["active", "suspended"]):
        grant.state = Grant.State.REVOKED
        grant.save()


@act(
    under="5.1-f",
    by="machine",
    on=DispatchOrder,
    moves="ordered, supplied -> ended",
    facts=expiry_facts,
    rules=[granting.last_day_has_passed],
    title="End order",
    says="The order {on} ended with its last day",
)
def end_order(order: DispatchOrder) -> None:
    """End the order after its last day."""
