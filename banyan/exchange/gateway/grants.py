"""The grants in memory: what each call is judged by, renewed within a second of any act."""

import asyncio
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import connections

from banyan.catalogue.models import Resource, ResourceItem
from banyan.exchange.gateway.lane import Lane
from banyan.exchange.gateway.leaf import Leaf
from banyan.exchange.gateway.problems import Problem
from banyan.exchange.logs import log_name
from banyan.exchange.models import ConsumerSystem, Grant
from banyan.kit.sentence import say
from banyan.lake.meaning import Meaning, meaning_of
from banyan.lake.models import Load
from banyan.ledger.models import Log

POLL_SECONDS = 0.5
OLDEST_SECONDS = 5.0
"""When the grants could not be renewed for so long, nothing is served under them."""

WHOLE_PROVINCE = 2
_STATES = {"suspended": "grant_suspended", "revoked": "grant_revoked", "expired": "grant_ended"}
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class HeldResource:
    """A resource as reads see it (资源): ``load`` is the published version, None before the first."""

    pk: int
    code: str
    name: str
    provider: str
    published: bool
    load: int | None
    version: int
    by_region: bool


@dataclass(frozen=True, slots=True)
class HeldGrant:
    """A grant as reads see it (授权): ``masked`` maps the masked items to the names of their data elements."""

    pk: int
    request: int | None
    order: int | None
    state: str
    until: date
    daily_volume: int
    purpose: str
    legal_basis: str
    scope: str
    items: tuple[str, ...]
    masked: Mapping[str, str]
    consumer: str
    client_id: str
    system_active: bool
    log: int
    resource: HeldResource
    leaf: Leaf = field(init=False)
    """What every leaf of a call under the grant says."""

    def __post_init__(self) -> None:
        leaf = Leaf(
            grant=self.pk,
            request=self.request or 0,
            order=self.order or 0,
            purpose=self.purpose,
            legal_basis=self.legal_basis,
            consumer=self.consumer,
            system=self.client_id,
            resource=self.resource.code,
            version=self.resource.version,
            items=self.items,
            rows=0,
        )
        object.__setattr__(self, "leaf", leaf)

    def obstacle(self, today: date) -> str:
        """The code of the problem that keeps this grant from being used today; empty when nothing does."""
        if self.state != Grant.State.ACTIVE:
            return _STATES.get(self.state, "grant_ended")
        if today > self.until:
            return "grant_ended"
        if not self.system_active:
            return "system_stopped"
        if not self.resource.published:
            return "not_published"
        return "no_version" if self.resource.load is None else ""

    @property
    def region(self) -> str:
        """The leading digits of the regions whose rows may be read; empty when every row may."""
        limited = self.resource.by_region and len(self.scope) > WHOLE_PROVINCE
        return self.scope if limited else ""


@dataclass(slots=True)
class Book:
    """All grants, by number and by client (授权簿); it polls the last act and reads the grants anew after each."""

    lane: Lane
    grants: Mapping[int, HeldGrant] = field(default_factory=dict)
    seen: tuple[int, int] | None = None
    fresh_at: float = float("-inf")
    renewing: asyncio.Lock = field(default_factory=asyncio.Lock)

    def grant(self, pk: int) -> HeldGrant | None:
        """The grant of this number; `Problem` when what is known of it is too old to be relied on."""
        if time.monotonic() - self.fresh_at > OLDEST_SECONDS:
            raise Problem("no_audit", say("The state of the grants cannot be learned."))
        return self.grants.get(pk)

    async def renewed(self, pk: int) -> HeldGrant | None:
        """A grant so new that only another worker has seen it."""
        await self.renew()
        return self.grant(pk)

    def of_client(self, client_id: str) -> list[HeldGrant]:
        """The grants of a consumer system."""
        return [grant for grant in self.grants.values() if grant.client_id == client_id]

    async def renew(self) -> None:
        """Read the grants anew if any act has happened since."""
        async with self.renewing:
            asked_at = time.monotonic()
            stamp = await self.lane.run(lambda store: store.stamp())
            if stamp != self.seen:
                self.grants = await asyncio.to_thread(_read_and_close)
                self.seen = stamp
            self.fresh_at = asked_at

    async def keep_fresh(self) -> None:
        """Renew for ever; a database that fails is asked again."""
        while True:
            await asyncio.sleep(POLL_SECONDS)
            try:
                await self.renew()
            except Exception:  # noqa: BLE001 - whatever it is, the grants grow old and reads stop by themselves
                _log.warning("the grants could not be renewed", exc_info=True)


def _read_and_close() -> dict[int, HeldGrant]:
    try:
        return read_grants()
    finally:
        connections.close_all()


def read_grants() -> dict[int, HeldGrant]:
    """Every grant with its items, in a handful of queries."""
    items = {item.pk: item for item in _items()}
    granted, masked = _links(Grant.items.through), _links(Grant.masked.through)
    resources = _resources(items.values())
    logs = dict(Log.objects.filter(kind=Log.Kind.READS).values_list("name", "pk"))
    rows = Grant.objects.select_related("provider", "consumer", "system")
    return {
        grant.pk: HeldGrant(
            pk=grant.pk,
            request=grant.request_id,
            order=grant.order_id,
            state=grant.state,
            until=grant.until,
            daily_volume=grant.daily_volume,
            purpose=grant.purpose,
            legal_basis=grant.legal_basis,
            scope=grant.region_scope,
            items=tuple(items[pk].name for pk in granted.get(grant.pk, ()) if pk in items),
            masked={items[pk].name: _element(items[pk]) for pk in masked.get(grant.pk, ()) if pk in items},
            consumer=grant.consumer.code,
            client_id=grant.system.client_id,
            system_active=grant.system.state == ConsumerSystem.State.ACTIVE,
            log=logs[log_name(grant.provider)],
            resource=resources[grant.resource_id],
        )
        for grant in rows
    }


def _items() -> Any:
    shared = Grant.objects.values("resource")
    in_force = ResourceItem.objects.filter(resource__in=shared, state=ResourceItem.State.IN_FORCE)
    return in_force.select_related("element").order_by("position", "pk")


def _links(through: Any) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for grant, item in through.objects.order_by("resourceitem__position").values_list(
        "grant_id", "resourceitem_id"
    ):
        found.setdefault(grant, []).append(item)
    return found


def _resources(items: Any) -> dict[int, HeldResource]:
    by_region = {
        item.resource_id for item in items if meaning_of(item.name, _element(item)) is Meaning.REGION
    }
    loads = {load.resource_id: load for load in Load.objects.filter(state=Load.State.PUBLISHED)}
    rows = Resource.objects.filter(pk__in=Grant.objects.values("resource")).select_related("body")
    return {
        row.pk: HeldResource(
            pk=row.pk,
            code=row.code,
            name=row.name,
            provider=row.body.code,
            published=row.state == Resource.State.PUBLISHED,
            load=loads[row.pk].pk if row.pk in loads else None,
            version=loads[row.pk].number if row.pk in loads else 0,
            by_region=row.pk in by_region,
        )
        for row in rows
    }


def _element(item: ResourceItem) -> str:
    return item.element.name if item.element else ""
