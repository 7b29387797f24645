"""One stored object of each noun, for contracts that hold in every state."""

from collections.abc import Callable
from datetime import date

from banyan.acts import clock
from banyan.acts.governed import Governed, UnderWay, under_way
from banyan.acts.models import Finding
from banyan.bodies.models import Agreement, Body, Officer, Region, Term
from banyan.catalogue.models import (
    CollectionException,
    CollectionForm,
    CollectionItem,
    Edition,
    FormField,
    Resource,
    ServiceEntry,
)
from banyan.exchange.models import ConsumerSystem, Grant, ShareRequest
from banyan.lake.models import Load
from tests import province


def _body() -> Body:
    number = Body.objects.count() + 1
    return Body.objects.create(
        code=province.code(),
        name=f"示例单位{number}",
        kind="application_unit",
        level="province",
        region=Region.objects.get(code="350000"),
        region_code="350000",
    )


def _form() -> CollectionForm:
    return CollectionForm.objects.create(
        body=_body(),
        name="示例表",
        matter="示例",
        subject="natural_person",
        frequency="once",
        basis="某法第一条",
    )


def _resource() -> Resource:
    return Resource.objects.create(
        code=f"3/{Resource.objects.count()}",
        name="示例资源",
        body=_body(),
        resource_class="3",
        sharing="2",
        condition="依法",
    )


def _system() -> ConsumerSystem:
    body = _body()
    return ConsumerSystem.objects.create(
        body=body,
        name="示例系统",
        client_id=f"c{ConsumerSystem.objects.count()}",
        protection=2,
        public_key={},
    )


def _term() -> Term:
    actor = province.officer(_registered(), "head")
    return Term.objects.get(officer=actor.officer or 0)


def _registered() -> Body:
    return province.body(f"示例{Body.objects.count()}局")


def _request() -> ShareRequest:
    system, officer = _system(), Officer.objects.latest("pk")
    return ShareRequest.objects.create(
        consumer=system.body,
        system=system,
        resource=_resource(),
        daily_volume=1,
        until=date(2027, 1, 1),
        responsible=officer,
    )


def _grant() -> Grant:
    request = _request()
    return Grant.objects.create(
        request=request,
        resource=request.resource,
        provider=request.resource.body,
        consumer=request.consumer,
        system=request.system,
        daily_volume=1,
        until=date(2020, 1, 1),
    )


def _exception() -> CollectionException:
    field = FormField.objects.create(form=_form(), position=1, name="姓名")
    return CollectionException.objects.create(field=field, reason="示例", until=date(2027, 1, 1))


def _item() -> CollectionItem:
    return CollectionItem.objects.create(
        body=_body(),
        matter="示例",
        name="示例项",
        subject="natural_person",
        frequency="once",
        level="province",
    )


def _load() -> Load:
    resource = _resource()
    return Load.objects.create(
        resource=resource,
        body=resource.body,
        number=1,
        file_name="a.csv",
        file_digest="sha256:00",
        begun_at=clock.now(),
    )


def _finding() -> Finding:
    now = clock.now()
    return Finding.objects.create(
        monitor="示例",
        key="1",
        norm="16.2-b",
        body=_body().pk,
        title="示例",
        because={},
        facts={},
        found_at=now,
        seen_at=now,
    )


def _inside(make: Callable[[], Governed]) -> Callable[[], Governed]:
    def made() -> Governed:
        province.officer(_registered(), "head")
        with under_way(UnderWay("tests.prepare")):
            return make()

    return made


MAKERS: dict[str, Callable[[], Governed]] = {
    "bodies.body": _inside(_body),
    "bodies.agreement": _inside(
        lambda: Agreement.objects.create(
            title="示例",
            mode="purchase",
            body=_body(),
            supplier=_body(),
            since=date(2026, 1, 1),
            until=date(2027, 1, 1),
        )
    ),
    "catalogue.collectionform": _inside(_form),
    "catalogue.collectionitem": _inside(_item),
    "catalogue.collectionexception": _inside(_exception),
    "catalogue.resource": _inside(_resource),
    "catalogue.serviceentry": _inside(
        lambda: ServiceEntry.objects.create(
            body=_body(), code=f"s{ServiceEntry.objects.count()}", name="示例服务", kind="data"
        )
    ),
    "catalogue.edition": _inside(
        lambda: Edition.objects.create(kind="resources", body=_body(), number=Edition.objects.count() + 1)
    ),
    "exchange.consumersystem": _inside(_system),
    "exchange.sharerequest": _inside(_request),
    "exchange.grant": _inside(_grant),
    "bodies.term": _term,
    "lake.load": _inside(_load),
    "acts.finding": _inside(_finding),
}
