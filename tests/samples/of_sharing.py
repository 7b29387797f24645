"""Stored objects of bodies, catalogues, holdings, sharing and the spine."""

from collections.abc import Callable
from datetime import date, timedelta

from banyan.acts import clock
from banyan.acts.governed import Governed
from banyan.acts.models import Finding
from banyan.bodies.models import Agreement, Officer, Term
from banyan.catalogue.models import (
    CollectionException,
    CollectionForm,
    CollectionItem,
    Development,
    Edition,
    EditionLine,
    FormField,
    Resource,
    ServiceEntry,
    UpdateTask,
)
from banyan.exchange.models import (
    AuditHandover,
    ConsumerSystem,
    DispatchOrder,
    Grant,
    ServiceItem,
    ServiceMaterial,
    ShareRequest,
)
from banyan.lake.models import AggregationTask, BasicDatabase, CityDatabase, Load
from tests import province
from tests.samples.sample import a_body, inside, registered


def _form() -> CollectionForm:
    return CollectionForm.objects.create(
        body=a_body(),
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
        body=a_body(),
        resource_class="3",
        sharing="2",
        condition="依法",
    )


def _system() -> ConsumerSystem:
    body = a_body()
    return ConsumerSystem.objects.create(
        body=body,
        name="示例系统",
        client_id=f"c{ConsumerSystem.objects.count()}",
        protection=2,
        public_key={},
    )


def _term() -> Term:
    actor = province.officer(registered(), "head")
    return Term.objects.get(officer=actor.officer or 0)


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


def _order() -> DispatchOrder:
    system = _system()
    return DispatchOrder.objects.create(
        resource=_resource(),
        consumer=system.body,
        system=system,
        ground="示例",
        legal_basis="某法第一条",
        daily_volume=1,
        until=date(2027, 1, 1),
    )


def _handover() -> AuditHandover:
    day = date(2026, 10, 1)
    return AuditHandover.objects.create(
        grant=_grant(), since=day, until=day, records=1, digest="00" * 32, file_name="audit.jsonl"
    )


def _development() -> Development:
    return Development.objects.create(
        body=a_body(),
        resource=_resource(),
        developer="示例公司",
        purpose="示例",
        since=clock.today(),
        until=clock.today() + timedelta(days=300),
    )


def _service_item() -> ServiceItem:
    return ServiceItem.objects.create(
        body=a_body(),
        code=f"i{ServiceItem.objects.count()}",
        name="示例事项",
        subject="natural_person",
        statutory_days=20,
        promised_days=10,
        visits=2,
    )


def _edition_line() -> EditionLine:
    edition = Edition.objects.create(
        kind="resources", body=a_body(), number=Edition.objects.count() + 1, state="published"
    )
    return EditionLine.objects.create(
        edition=edition, object_id=1, code="X/1", title="示例", digest="sha256:示例", facts={}
    )


def _exception() -> CollectionException:
    field = FormField.objects.create(form=_form(), position=1, name="姓名")
    return CollectionException.objects.create(field=field, reason="示例", until=date(2027, 1, 1))


def _item() -> CollectionItem:
    return CollectionItem.objects.create(
        body=a_body(),
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


def _database() -> BasicDatabase:
    return BasicDatabase.objects.create(
        kind="extension", name="示例库", body=a_body(), lead=a_body(), key="region_code", mode="separate"
    )


def _aggregation() -> AggregationTask:
    resource = _resource()
    return AggregationTask.objects.create(
        body=resource.body,
        asked_by=a_body(),
        resource=resource,
        about="示例",
        due_on=date(2027, 1, 1),
    )


def _finding() -> Finding:
    now = clock.now()
    return Finding.objects.create(
        monitor="示例",
        key=str(Finding.objects.count()),
        norm="16.2-b",
        body=a_body().pk,
        title="示例",
        because={"msgid": "示例", "args": {}},
        facts={},
        found_at=now,
        seen_at=now,
    )


MAKERS: dict[str, Callable[[], Governed]] = {
    "bodies.body": inside(a_body),
    "bodies.agreement": inside(
        lambda: Agreement.objects.create(
            title="示例",
            mode="purchase",
            body=a_body(),
            supplier=a_body(),
            since=date(2026, 1, 1),
            until=date(2027, 1, 1),
        )
    ),
    "catalogue.collectionform": inside(_form),
    "catalogue.collectionitem": inside(_item),
    "catalogue.collectionexception": inside(_exception),
    "catalogue.resource": inside(_resource),
    "catalogue.development": inside(_development),
    "catalogue.updatetask": inside(
        lambda: UpdateTask.objects.create(body=a_body(), owner=a_body(), event="functions", about="示例")
    ),
    "catalogue.serviceentry": inside(
        lambda: ServiceEntry.objects.create(
            body=a_body(), code=f"s{ServiceEntry.objects.count()}", name="示例服务", kind="data"
        )
    ),
    "catalogue.edition": inside(
        lambda: Edition.objects.create(kind="resources", body=a_body(), number=Edition.objects.count() + 1)
    ),
    "catalogue.editionline": inside(_edition_line),
    "exchange.consumersystem": inside(_system),
    "exchange.sharerequest": inside(_request),
    "exchange.dispatchorder": inside(_order),
    "exchange.audithandover": inside(_handover),
    "exchange.grant": inside(_grant),
    "exchange.serviceitem": inside(_service_item),
    "exchange.servicematerial": inside(
        lambda: ServiceMaterial.objects.create(item=_service_item(), position=1, name="示例材料")
    ),
    "bodies.term": _term,
    "lake.load": inside(_load),
    "lake.basicdatabase": inside(_database),
    "lake.citydatabase": inside(
        lambda: CityDatabase.objects.create(
            database=_database(), body=a_body(), synchronisation="示例", cycle="daily"
        )
    ),
    "lake.aggregationtask": inside(_aggregation),
    "acts.finding": inside(_finding),
}
