"""What may be done with share requests and grants."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, Reason
from banyan.acts.due import Due
from banyan.bodies.models import Officer
from banyan.catalogue.models import CollectionForm, Ground, Resource, ResourceItem
from banyan.exchange.logs import open_reads_log
from banyan.exchange.models import ConsumerSystem, DispatchOrder, Grant, ShareRequest
from banyan.exchange.queries import grants, requests
from banyan.exchange.rules import granting, requesting

RequestedResource = Annotated[Resource, Ask(choices=requests.resources_to_request)]
OwnSystem = Annotated[ConsumerSystem, Ask(label="Consumer system", choices=requests.own_systems)]
OwnOfficer = Annotated[Officer, Ask(label="Responsible officer", choices=requests.own_officers)]
REPLY = Due("share_request.reply", since="submitted")


@act(
    under=("22.3-a", "25.2-a", "6.1-b"),
    by="own : form_designer, data_officer",
    on=ShareRequest,
    moves="-> submitted",
    facts=requests.request_facts,
    rules=[
        requesting.resource_is_catalogued,
        requesting.resource_is_shared,
        requesting.items_belong_to_the_resource,
        requesting.request_is_for_another_body,
        requesting.system_and_officer_are_of_the_consumer,
        requesting.volume_is_stated,
        requesting.end_date_is_within_the_longest_term,
        requesting.request_is_not_made_twice,
    ],
    title="Request sharing",
    says="{by} asked to use {items} of {resource} for {purpose}",
)
def submit_share_request(
    *,
    resource: RequestedResource,
    items: Annotated[list[ResourceItem], Ask(choices=requests.items_to_request, within="resource")],
    system: OwnSystem,
    purpose: Annotated[str, Ask(longest=300, help="What the items are needed for.")],
    legal_basis: Annotated[str, Ask(longest=300, help="The law and article that lets the body use them.")],
    case_type: Annotated[str, Ask(longest=120, help="The matter in whose cases they are used.")],
    daily_volume: Annotated[int, Ask(label="Reads a day at most")],
    until: date,
    responsible: OwnOfficer,
    form: Annotated[CollectionForm | None, Ask(label="Collection form", choices=requests.own_forms)] = None,
    by: Any,
) -> ShareRequest:
    """Ask the provider for items of a resource, for one purpose."""
    request = ShareRequest.objects.create(
        consumer_id=by.body,
        system=system,
        resource=resource,
        purpose=purpose,
        legal_basis=legal_basis,
        case_type=case_type,
        daily_volume=daily_volume,
        until=until,
        responsible=responsible,
        form=form,
    )
    request.items.set(items)
    return request


def make_grant(
    asked: ShareRequest | DispatchOrder,
    items: list[ResourceItem],
    until: date,
    *,
    masked: Sequence[ResourceItem] = (),
    **of: Any,
) -> None:
    """Let the consumer read; ``of`` says for which purpose, and what the grant answers: a request or an order."""
    grant = Grant.objects.create(
        resource=asked.resource,
        provider=asked.resource.body,
        consumer=asked.consumer,
        system=asked.system,
        legal_basis=asked.legal_basis,
        daily_volume=asked.daily_volume,
        until=until,
        region_scope=grants.scope_of(asked.consumer),
        **of,
    )
    grant.items.set(items)
    grant.masked.set(item for item in masked if item in items)
    open_reads_log(asked.resource.body)


@act(
    under="25.1-a",
    by="machine",
    on=ShareRequest,
    moves="submitted -> granted",
    facts=grants.grant_facts,
    rules=[
        granting.resource_is_unconditional,
        granting.resource_is_still_catalogued,
        granting.consumer_is_protected_enough,
    ],
    title="Grant by rule",
    says="{on.resource} is shared unconditionally: {on.consumer} may use it for {on.purpose}",
)
def grant_by_rule(request: ShareRequest) -> None:
    """Grant an unconditional resource at once, as the law has decided already."""
    make_grant(request, list(request.items.all()), request.until, purpose=request.purpose, request=request)


@act(
    under=("25.1-c", "26.2-a", "26.2-b", "22.3-b"),
    by="resource.body : data_officer",
    on=ShareRequest,
    moves="submitted -> granted | partly_granted",
    facts=grants.grant_facts,
    rules=[
        granting.resource_is_still_catalogued,
        granting.consumer_is_protected_enough,
        granting.something_is_granted,
        granting.only_requested_items_are_granted,
        granting.grant_ends_no_later_than_asked,
    ],
    due=REPLY,
    title="Grant",
    says="{by} granted {on.consumer} the use of {items} of {on.resource} for {on.purpose} until {until}",
    reverse="exchange.revoke_grant",
)
def grant_share(
    request: ShareRequest,
    *,
    items: Annotated[
        list[ResourceItem], Ask(choices=requests.requested_items, initial=requests.all_requested)
    ],
    until: Annotated[date, Ask(initial=requests.requested_until)],
    masked: Annotated[
        list[ResourceItem] | None,
        Ask(
            label="Masked items",
            choices=requests.requested_items,
            initial=requests.sensitive_items,
            help="Read in part only, such as 350102********002X.",
        ),
    ] = None,
) -> None:
    """Let the consumer read these items for this purpose until this day; fewer than asked is a grant in part."""
    make_grant(request, items, until, masked=masked or [], purpose=request.purpose, request=request)
    whole = {item.pk for item in items} == set(request.items.values_list("pk", flat=True))
    request.state = ShareRequest.State.GRANTED if whole else ShareRequest.State.PARTLY_GRANTED


@act(
    under=("22.1-b", "25.1-c"),
    by="resource.body : data_officer",
    on=ShareRequest,
    moves="submitted -> refused",
    facts=grants.grant_facts,
    rules=[
        granting.ground_is_lawful,
        granting.unconditional_is_not_refused,
        granting.refusal_asks_for_no_money,
    ],
    due=REPLY,
    title="Refuse",
    says="{by} refused {on.consumer} the use of {on.resource}: {ground}, {ground_basis}",
    tone="grave",
)
def refuse_share(
    request: ShareRequest,
    *,
    ground: Annotated[Ground | None, Ask(must=True)] = None,
    ground_basis: Annotated[str, Ask(label="Legal basis of the ground", longest=300, must=True)] = "",
    reason: Annotated[Reason, Ask(help="What the consumer should know.")] = "",
) -> None:
    """Refuse the request, with a ground of article 22 and its legal basis."""
    request.ground = ground or ""
    request.ground_basis = ground_basis
    request.reason = reason


@act(
    under="22.3-a",
    by="consumer : form_designer, data_officer",
    on=ShareRequest,
    moves="submitted -> withdrawn",
    title="Withdraw request",
    says="{by} withdrew the request for {on.resource}",
)
def withdraw_request(request: ShareRequest) -> None:
    """Take the request back."""


@act(
    under="37.1-a",
    by="provider : data_officer | managing : catalogue_officer",
    on=Grant,
    moves="active -> suspended",
    title="Suspend",
    says="{by} suspended the grant {on}: {reason}",
    tone="grave",
    reverse="exchange.resume_grant",
)
def suspend_grant(grant: Grant, *, reason: Reason) -> None:
    """Stop all reads under the grant within five seconds, until it is resumed."""


@act(
    under="25.1-c",
    by="provider : data_officer | managing : catalogue_officer",
    on=Grant,
    moves="suspended -> active",
    title="Resume",
    says="{by} resumed the grant {on}",
)
def resume_grant(grant: Grant) -> None:
    """Let reads under the grant go on."""


@act(
    under="37.1-a",
    by="provider : data_officer, head",
    on=Grant,
    moves="active, suspended -> revoked",
    title="Revoke",
    says="{by} revoked the grant {on}: {reason}",
    tone="grave",
)
def revoke_grant(grant: Grant, *, reason: Reason) -> None:
    """End the grant for good; reads stop within five seconds."""


@act(
    under="22.3-a",
    by="machine",
    on=Grant,
    moves="active, suspended -> expired",
    facts=grants.expiry_facts,
    rules=[granting.last_day_has_passed],
    title="Expire",
    says="The grant {on} ended with its last day",
)
def expire_grant(grant: Grant) -> None:
    """End the grant after its last day."""


@act(
    under="8.1-c",
    by="machine",
    on=Grant,
    moves="active, suspended -> revoked",
    title="Revoke with the resource",
    says="The grant {on} ended: its resource was withdrawn from the catalogue",
)
def revoke_for_withdrawal(grant: Grant) -> None:
    """End the grant because its resource was withdrawn."""
