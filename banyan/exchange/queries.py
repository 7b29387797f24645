"""Every read of requests, grants and systems that others may use, and the facts of their rules."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Sum
from joserfc.errors import JoseError
from joserfc.jwk import import_key

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.models import Body, Officer
from banyan.bodies.queries import watched
from banyan.catalogue.models import CollectionForm, Resource, ResourceItem, Sharing
from banyan.catalogue.queries.collection import visible_forms
from banyan.exchange.models import AuditHandover, ConsumerSystem, DispatchOrder, Grant, ShareRequest, Use
from banyan.exchange.rules import (
    DispatchFacts,
    ExpiryFacts,
    GrantFacts,
    HandoverFacts,
    RequestFacts,
    SystemFacts,
)
from banyan.kit.sentence import say
from banyan.kit.worktime import months_after
from banyan.law.inforce import pack

HIGHEST = 5
"""The highest protection level (MLPS)."""
KEY_TYPES = {"EC": {"P-256", "P-384"}, "OKP": {"Ed25519"}, "RSA": {""}}


def longest_until() -> date:
    """The last day that a grant given today may have."""
    years = pack().parameter("grant.longest", on=clock.today()).of(int)
    return months_after(clock.today(), 12 * years)


def request_facts(on: Any, asked: Any) -> RequestFacts:
    """What the rules of ``submit_share_request`` may know."""
    resource: Resource = asked.resource
    body = asked.by.body if asked.by else 0
    items = asked.items or []
    twin = ShareRequest.objects.filter(
        consumer=body, resource=resource, purpose=asked.purpose, state=ShareRequest.State.SUBMITTED
    ).first()
    return RequestFacts(
        resource=str(resource),
        published=resource.state == Resource.State.PUBLISHED,
        not_shared=resource.sharing == Sharing.NOT_SHARED,
        ground=f"{resource.get_ground_display()} {resource.ground_basis}".strip(),
        foreign_items=tuple(str(item) for item in items if item.resource_id != resource.pk),
        own=resource.body_id == body,
        system_is_ours=bool(asked.system and asked.system.body_id == body),
        responsible_is_ours=bool(asked.responsible and asked.responsible.body_id == body),
        longest_until=longest_until(),
        today=clock.today(),
        same_request=twin.pk if twin else None,
    )


def grant_facts(on: ShareRequest | DispatchOrder, asked: Any) -> GrantFacts:
    """What the rules of deciding a request, and of carrying out an order, may know."""
    resource = on.resource
    items = list(on.items.values_list("pk", "name", "is_sensitive"))
    granted = {item.pk for item in asked.items} if asked.items else {pk for pk, _, _ in items}
    return GrantFacts(
        requested=frozenset(pk for pk, _, _ in items),
        request_until=on.until,
        request_volume=on.daily_volume,
        longest_until=longest_until(),
        today=clock.today(),
        protection=on.system.protection,
        required_protection=resource.required_protection,
        published=resource.state == Resource.State.PUBLISHED,
        conditional=resource.sharing == Sharing.CONDITIONAL,
        sensitive_granted=tuple(name for pk, name, sensitive in items if sensitive and pk in granted),
        published_ground=resource.ground,
    )


def system_facts(on: Any, asked: Any) -> SystemFacts:
    """What the rules of registering a system may know."""
    return SystemFacts(
        key_fault=_key_fault(asked.public_key),
        client_id_taken=ConsumerSystem.objects.filter(client_id=asked.client_id).exists(),
    )


def _key_fault(jwk: Any) -> str:
    if not isinstance(jwk, dict) or jwk.get("kty") not in KEY_TYPES:
        return str(say("This is no public key in JWK form."))
    if "d" in jwk or "k" in jwk:
        return str(say("This key holds its private part; it must never leave your system."))
    if jwk["kty"] != "RSA" and jwk.get("crv") not in KEY_TYPES[jwk["kty"]]:
        return str(say("The curve {curve} is not accepted.", curve=jwk.get("crv")))
    try:
        import_key(jwk)
    except (JoseError, ValueError, KeyError):
        return str(say("The key cannot be read."))
    return ""


def expiry_facts(on: Grant | DispatchOrder, asked: Any) -> ExpiryFacts:
    """What the rule of expiry may know."""
    return ExpiryFacts(until=on.until, today=clock.today())


def named(items: str) -> list[str]:
    """The names of items, typed one a line."""
    return [line.strip() for line in items.splitlines() if line.strip()]


def dispatch_facts(on: Any, asked: Any) -> DispatchFacts:
    """What the rules of ordering a supply may know."""
    resource: Resource | None = asked.resource
    system: ConsumerSystem | None = asked.system
    today = clock.today()
    longest = pack().parameter("dispatch_order.longest", on=today).of(int)
    known = set(resource.items.values_list("name", flat=True)) if resource else set()
    return DispatchFacts(
        published=resource is None or resource.state == Resource.State.PUBLISHED,
        foreign_items=tuple(name for name in named(asked.items or "") if name not in known),
        own=bool(system and resource and system.body_id == resource.body_id),
        protection=system.protection if system else HIGHEST,
        required_protection=resource.required_protection if resource else 1,
        longest_until=today + timedelta(days=longest),
        today=today,
    )


def handover_facts(on: AuditHandover | None, asked: Any) -> HandoverFacts:
    """What the rules of handing over an audit log may know."""
    grant: Grant | None = on.grant if on else asked.grant
    since, until = asked.since, asked.until
    same = (
        AuditHandover.objects.filter(grant=grant, since__lte=until or since, until__gte=since)
        if since
        else None
    )
    return HandoverFacts(
        own=grant is None or (asked.by is not None and grant.consumer_id == asked.by.body),
        overlaps=same is not None and same.exists(),
        latest=months_after(since, handed_over_within()) - timedelta(days=1) if since else None,
        today=clock.today(),
    )


def handed_over_within() -> int:
    """The longest period of a handed-over log, in months."""
    return pack().parameter("read.hand_over", on=clock.today()).of(int)


def uses_without_log() -> QuerySet[Use]:
    """Uses of sensitive items whose log should have been handed over by today (未报送审计日志的使用)."""
    today = clock.today()
    grace = timedelta(days=pack().parameter("read.hand_over_grace", on=today).of(int))
    last = months_after(today - grace, -handed_over_within())
    covered = AuditHandover.objects.filter(
        grant=OuterRef("grant"), since__lte=OuterRef("day"), until__gte=OuterRef("day")
    )
    items = Grant.items.through.objects.filter(grant=OuterRef("grant"), resourceitem__is_sensitive=True)
    return Use.objects.filter(Exists(items), ~Exists(covered), day__lt=last)


def grants_to_hand_over(on: Any, actor: Actor) -> QuerySet[Grant]:
    """The own grants on sensitive items."""
    rows = Grant.objects.filter(consumer__in=actor.bodies, items__is_sensitive=True).distinct()
    return rows.select_related("consumer", "resource")


def visible_handovers(actor: Actor) -> QuerySet[AuditHandover]:
    """Logs of grants that the actor may see."""
    rows = AuditHandover.objects.filter(grant__in=visible_grants(actor).values("pk"))
    return rows.select_related("grant__consumer", "grant__provider", "grant__resource")


def visible_requests(actor: Actor) -> QuerySet[ShareRequest]:
    """Requests of the own body, to the own body, and in the watched region."""
    rows = ShareRequest.objects.select_related("consumer", "resource__body", "system", "responsible")
    seen = watched(actor).values("pk")
    return rows.filter(Q(consumer__in=seen) | Q(resource__body__in=seen))


def visible_grants(actor: Actor) -> QuerySet[Grant]:
    rows = Grant.objects.select_related("consumer", "provider", "resource", "system")
    seen = watched(actor).values("pk")
    return rows.filter(Q(consumer__in=seen) | Q(provider__in=seen))


def visible_orders(actor: Actor) -> QuerySet[DispatchOrder]:
    """Orders to the own body, in its favour, and in the watched region."""
    rows = DispatchOrder.objects.select_related("consumer", "resource__body", "system")
    seen = watched(actor).values("pk")
    return rows.filter(Q(consumer__in=seen) | Q(resource__body__in=seen))


def visible_systems(actor: Actor) -> QuerySet[ConsumerSystem]:
    seen = watched(actor).values("pk")
    asked = ShareRequest.objects.filter(resource__body__in=seen).values("system")
    return ConsumerSystem.objects.filter(Q(body__in=seen) | Q(pk__in=asked)).select_related("body")


def resources_to_request(on: Any, actor: Actor) -> QuerySet[Resource]:
    """Published resources of others that may be shared."""
    return (
        Resource.objects.filter(state=Resource.State.PUBLISHED)
        .exclude(sharing=Sharing.NOT_SHARED)
        .exclude(body__in=actor.bodies)
    )


def items_to_request(on: Any, actor: Actor) -> QuerySet[ResourceItem]:
    return ResourceItem.objects.filter(resource__in=resources_to_request(on, actor)).select_related(
        "resource"
    )


def active_systems(on: Any, actor: Actor) -> QuerySet[ConsumerSystem]:
    return ConsumerSystem.objects.filter(state=ConsumerSystem.State.ACTIVE).select_related("body")


def requested_items(on: ShareRequest, actor: Actor) -> QuerySet[ResourceItem]:
    return on.items.all()


def sensitive_items(on: ShareRequest, actor: Actor) -> list[int]:
    """Items that are masked unless the decider says otherwise."""
    return list(on.items.filter(is_sensitive=True, is_key=False).values_list("pk", flat=True))


def own_systems(on: Any, actor: Actor) -> QuerySet[ConsumerSystem]:
    return ConsumerSystem.objects.filter(body__in=actor.bodies, state=ConsumerSystem.State.ACTIVE)


def own_officers(on: Any, actor: Actor) -> QuerySet[Officer]:
    return Officer.objects.filter(body__in=actor.bodies, state=Officer.State.SERVING)


def own_forms(on: Any, actor: Actor) -> QuerySet[CollectionForm]:
    return visible_forms(actor).filter(body__in=actor.bodies)


def similar_decisions(request: ShareRequest, most: int = 5) -> QuerySet[ShareRequest]:
    """Earlier decisions on the same resource, the newest first."""
    return (
        ShareRequest.objects.filter(resource=request.resource)
        .exclude(pk=request.pk)
        .exclude(state__in=[ShareRequest.State.SUBMITTED, ShareRequest.State.WITHDRAWN])
        .select_related("consumer")
        .order_by("-pk")[:most]
    )


def all_requested(on: ShareRequest, actor: Actor) -> list[int]:
    """Every item asked for: what the form of granting begins with."""
    return list(on.items.values_list("pk", flat=True))


def requested_until(on: ShareRequest, actor: Actor) -> date:
    """The last day that was asked for, or the longest lawful one."""
    return min(on.until, longest_until())


def scope_of(consumer: Body) -> str:
    """The region whose rows the consumer may read: its own, the whole province for provincial bodies."""
    return consumer.region_code[: {"city": 4, "county": 6}.get(consumer.level, 2)]


def running_use(bodies: Any, days: int = 30) -> tuple[int, int]:
    """Active grants on resources of these bodies, and their reads in the last days."""
    grants = Grant.objects.filter(provider__in=bodies, state=Grant.State.ACTIVE)
    since = clock.today() - timedelta(days=days)
    reads = Use.objects.filter(grant__provider__in=bodies, day__gte=since).aggregate(n=Sum("reads"))["n"]
    return grants.count(), reads or 0
