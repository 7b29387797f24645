"""An exchange for tests, made by its own acts: a provider with rows, a consumer with a system, and a grant."""

import csv
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from joserfc import jwt
from joserfc.jwk import ECKey

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.acts.reaction import follow
from banyan.bodies.models import Body
from banyan.catalogue.models import Resource
from banyan.exchange.acts import sharing as acts
from banyan.exchange.acts import systems
from banyan.exchange.models import ConsumerSystem, Grant, ShareRequest
from banyan.kit.identifiers import citizen
from banyan.kit.ids import new_id
from banyan.lake.loading import load_file
from tests import province

COLUMNS = ("公民身份号码", "姓名", "联系电话", "户籍地行政区划代码")
HERE, ELSEWHERE = "350102", "350103"


@dataclass(frozen=True)
class Person:
    """An invented person: one row of the resource."""

    number: str
    name: str
    phone: str
    region: str

    @property
    def row(self) -> dict[str, str]:
        return dict(zip(COLUMNS, (self.number, self.name, self.phone, self.region), strict=True))


@dataclass(frozen=True)
class Exchange:
    """One sharing with all who take part in it."""

    resource: Resource
    system: ConsumerSystem
    key: ECKey
    grant: Grant
    decider: Actor
    integrator: Actor

    @property
    def provider(self) -> Body:
        return self.resource.body


def person(number: int, region: str = HERE) -> Person:
    """The same number gives the same person."""
    born = date(1950, 1, 1) + timedelta(days=number // 999)
    return Person(
        str(citizen.make(region, born, 1 + number % 999)), f"张试{number}", f"138{number:08}", region
    )


def people(many: int = 4) -> list[Person]:
    """Every second one lives in another county."""
    return [person(number, ELSEWHERE if number % 2 else HERE) for number in range(many)]


def load(resource: Resource, officer: Actor, rows: Iterable[Person]) -> None:
    """Publish these rows as the next version."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "people.csv"
        with path.open("w", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(one.row for one in rows)
        report = load_file(officer, resource, path)
        assert report.published, report.words()


def make_system(owner: Actor, client_id: str) -> tuple[ConsumerSystem, ECKey]:
    """A consumer system with a new key."""
    key = ECKey.generate_key("P-256")
    entry = perform(
        systems.register_system,
        owner,
        name="高龄津贴系统",
        client_id=client_id,
        protection=3,
        public_key=key.as_dict(private=False),
    )
    return ConsumerSystem.objects.get(pk=entry.on), key


def make_grant(
    exchange_parts: tuple[Resource, ConsumerSystem, Actor, Actor],
    *,
    items: Sequence[str],
    masked: Sequence[str],
    volume: int,
    purpose: str,
) -> Grant:
    """A share request of the consumer, granted by the provider."""
    resource, system, decider, designer = exchange_parts
    chosen = {item.name: item for item in resource.items.all()}
    entry = perform(
        acts.submit_share_request,
        designer,
        resource=resource,
        items=[chosen[name] for name in items],
        system=system,
        purpose=purpose,
        legal_basis="老年人权益保障法第三十三条",
        case_type="高龄津贴",
        daily_volume=volume,
        until=clock.today() + timedelta(days=300),
        responsible=designer.officer,
    )
    follow(entry)
    request = ShareRequest.objects.get(pk=entry.on)
    given: dict[str, Any] = {"items": list(request.items.all()), "until": request.until}
    perform(acts.grant_share, decider, request, masked=[chosen[name] for name in masked], **given)
    return Grant.objects.get(request=request)


def make_exchange(
    *,
    rows: Iterable[Person] | None = None,
    items: Sequence[str] = COLUMNS,
    masked: Sequence[str] = ("联系电话",),
    volume: int = 100,
    consumer_region: str = HERE,
) -> Exchange:
    """A county's civil affairs bureau reads the police's rows of its own county."""
    police = province.body("福建省公安厅", line="公安")
    resource = province.published_resource(police)
    decider = province.officer(police, "data_officer")
    load(resource, decider, people() if rows is None else rows)
    civil = province.body("民政局", consumer_region, line="民政")
    integrator = province.officer(civil, "form_designer", "integrator", name="林设计")
    system, key = make_system(integrator, f"mzj-{civil.pk}")
    parts = (resource, system, decider, integrator)
    grant = make_grant(parts, items=items, masked=masked, volume=volume, purpose="高龄津贴资格审核")
    return Exchange(resource, system, key, grant, decider, integrator)


def another_grant(exchange: Exchange, purpose: str, **more: Any) -> Exchange:
    """The same parties with a grant for another purpose."""
    parts = (exchange.resource, exchange.system, exchange.decider, exchange.integrator)
    given = {"items": COLUMNS, "masked": (), "volume": 100, **more}
    return replace(exchange, grant=make_grant(parts, purpose=purpose, **given))


def assertion(
    exchange: Exchange, gateway: str, *, key: ECKey | None = None, now: int | None = None, **changed: Any
) -> str:
    """A client assertion of the exchange's system; ``changed`` claims take the place of right ones, None of none."""
    client, now = exchange.system.client_id, now or int(time.time())
    claims = {
        "iss": client,
        "sub": client,
        "aud": f"{gateway}/token",
        "iat": now,
        "exp": now + 60,
        "jti": new_id(),
        **changed,
    }
    said = {name: value for name, value in claims.items() if value is not None}
    return jwt.encode({"alg": "ES256"}, said, key or exchange.key)
