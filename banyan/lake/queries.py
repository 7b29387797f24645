"""Every read of loads and rows that others may use, and the facts of their rules."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Collate

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.models import Body, Level, Region
from banyan.bodies.queries import watched
from banyan.catalogue.models import Resource, ResourceItem
from banyan.catalogue.secrecy import secret_words
from banyan.lake.batch import Line
from banyan.lake.checking import Checker, rows_digest
from banyan.lake.faults import RULES
from banyan.lake.items import ItemRule, codes_of
from banyan.lake.masking import mask
from banyan.lake.meaning import Meaning, meaning_of
from banyan.lake.models import (
    AggregationTask,
    BasicDatabase,
    CityDatabase,
    Load,
    Progress,
    QuarantinedRow,
    Row,
)
from banyan.lake.rules.aggregation import AggregationFacts
from banyan.lake.rules.databases import DatabaseFacts
from banyan.lake.rules.loads import MOST_BAD_PERCENT, BeginFacts, CorrectionFacts, PublishFacts, ReplayFacts
from banyan.law.inforce import pack

QUIET = timedelta(minutes=5)
"""A load that gives no sign of life for so long has died: the next one of its resource fails it."""

MOST_ROWS_OF_A_PAGE = 1_000


def published_load(resource: Resource | int) -> Load | None:
    """The present version of a resource (现行版本)."""
    return Load.objects.filter(resource=resource, state=Load.State.PUBLISHED).first()


def rows(load: Load, after: str = "", limit: int = 100) -> list[Row]:
    """Up to ``limit`` rows of a version (1000 at most) behind the key ``after``, in the database's order of keys."""
    page = Row.objects.filter(load=load, key__gt=after).order_by("key")
    return list(page[: min(limit, MOST_ROWS_OF_A_PAGE)])


def row(load: Load, key: str) -> Row | None:
    """The row of this key, or None."""
    return Row.objects.filter(load=load, key=key).first()


def sample_rows(resource: Resource, most: int = 3) -> list[dict[str, str]]:
    """Some rows of the present version with everything personal masked, for whoever decides or looks."""
    load = published_load(resource)
    if load is None:
        return []
    masked = {
        item.name: item.element.name if item.element else ""
        for item in _items(resource)
        if item.is_sensitive or item.is_key or _is_personal(item)
    }
    return [
        {name: mask(value, name, masked[name]) if name in masked else value for name, value in values.items()}
        for values in (json.loads(one.data) for one in rows(load, limit=most))
    ]


def samples(resource: Resource, names: Iterable[str], most: int = 3) -> dict[str, tuple[str, ...]]:
    """Masked values of these items, a few of each; nothing of an item whose samples are all empty."""
    shown = sample_rows(resource, most)
    found = {name: tuple(one[name] for one in shown if one.get(name)) for name in names}
    return {name: values for name, values in found.items() if values}


def digest_of_rows(load: Load) -> str:
    """The digest of the rows as they are stored now (see `rows_digest`)."""
    byte_order = Collate("key", "C" if connection.vendor == "postgresql" else "BINARY")
    stored = Row.objects.filter(load=load).order_by(byte_order).values_list("key", "region", "data")
    return rows_digest(stored.iterator(chunk_size=10_000))


def rows_are_intact(load: Load) -> bool:
    """Whether the stored rows are still those whose digest the ledger has."""
    return digest_of_rows(load) == load.rows_digest


def _items(resource: Resource) -> QuerySet[ResourceItem]:
    state = ResourceItem.State.IN_FORCE
    return resource.items.filter(state=state).select_related("element").order_by("position", "pk")


def _is_personal(item: ResourceItem) -> bool:
    meaning = meaning_of(item.name, item.element.name if item.element else "")
    return meaning not in {Meaning.OTHER, Meaning.REGION, Meaning.CREDIT}


def item_rules(resource: Resource) -> list[ItemRule]:
    """What the items of a resource demand of its rows."""
    return [
        ItemRule(
            name=item.name,
            data_type=item.data_type,
            length=item.length,
            codes=codes_of(item.codes),
            is_key=item.is_key,
            is_required=item.is_required,
            element=item.element.name if item.element else "",
        )
        for item in _items(resource)
    ]


def checker_of(items: Sequence[ItemRule], taken: Iterable[str] = ()) -> Checker:
    """The checker of these items, which knows the regions of the province."""
    here = str(pack().parameter("scope.region_prefix", on=clock.today()).amount)
    known: list[str] = []
    if any(item.meaning is Meaning.REGION for item in items):
        known = list(Region.objects.filter(code__startswith=here).values_list("code", flat=True))
    return Checker(items, regions_here=known, here=here, taken=taken)


def silent_loads(at: datetime, quiet: timedelta = QUIET) -> QuerySet[Load]:
    """Loads in check that have given no sign of life for so long."""
    last = at - quiet
    silent = Q(progress__beat_at__lt=last) | Q(progress=None, begun_at__lt=last)
    return Load.objects.filter(silent, state=Load.State.CHECKING).select_related("resource")


def failed_with_rows() -> QuerySet[Load]:
    """Failed loads whose rows are not all deleted yet."""
    left = Row.objects.filter(load=OuterRef("pk"))
    return Load.objects.filter(Exists(left), state=Load.State.FAILED)


def waiting(load: Load) -> QuerySet[QuarantinedRow]:
    """The rows of a load that wait in quarantine."""
    return QuarantinedRow.objects.filter(load=load, settled=False)


def begin_facts(on: Any, asked: Any) -> BeginFacts:
    """What the rules of ``begin_load`` may know."""
    resource = Resource.objects.get(pk=asked.resource.pk)
    return BeginFacts(
        resource=str(resource),
        is_own=asked.actor.machine or resource.body_id in asked.actor.bodies,
        is_catalogued=resource.state in {Resource.State.ACCEPTED, Resource.State.PUBLISHED},
        keys=_items(resource).filter(is_key=True).count(),
        running=_running(resource),
        secret_words=secret_words(asked.file_name),
    )


def replay_facts(on: Any, asked: Any) -> ReplayFacts:
    """What the rules of ``replay_quarantine`` may know."""
    load: Load = asked.load
    return ReplayFacts(
        resource=str(load.resource),
        is_own=asked.actor.machine or load.body_id in asked.actor.bodies,
        is_present=Load.objects.filter(pk=load.pk, state=Load.State.PUBLISHED).exists(),
        corrected=waiting(load).filter(corrected__isnull=False).count(),
        running=_running(load.resource),
    )


def _running(resource: Resource) -> int | None:
    return (
        Load.objects.filter(resource=resource, state=Load.State.CHECKING).values_list("pk", flat=True).first()
    )


def publish_facts(on: Load, asked: Any) -> PublishFacts:
    """What the rules of ``publish_load`` may know: what the check has counted, if it has come to its end."""
    found = Progress.objects.filter(load=on, finished=True).first()
    return PublishFacts(
        finished=found is not None,
        rows_good=found.rows_good if found else 0,
        rows_bad=found.rows_bad if found else 0,
        rows_digest=found.rows_digest if found else "",
        most_bad_percent=most_bad_percent(),
    )


def most_bad_percent() -> Decimal:
    """How many of a hundred rows may be bad: the law pack's ``load.most_bad``, else ours."""
    if "load.most_bad" not in pack().parameters:
        return MOST_BAD_PERCENT
    return Decimal(str(pack().parameter("load.most_bad", on=clock.today()).amount))


def correction_facts(on: Load, asked: Any) -> CorrectionFacts:
    """What the rules of ``correct_row`` may know: the faults that the row would still have."""
    found = waiting(on).filter(line=asked.line).first() if asked.line else None
    given: dict[str, Any] = asked.corrected or {}
    items = item_rules(on.resource)
    names = sorted(item.name for item in items)
    unknown = tuple(name for name in given if name not in names)
    bad = []
    if found and not unknown:
        bad = checker_of(items).check(names, [(found.line, merged(found, names, given))]).bad
    return CorrectionFacts(
        resource=str(on.resource),
        running=_running(on.resource),
        waits=found is not None,
        unknown=unknown,
        faults=tuple((fault["field"], RULES[fault["rule"]]) for row in bad for fault in row.faults),
    )


def merged(found: QuarantinedRow, names: Sequence[str], given: Mapping[str, Any] | None = None) -> list[str]:
    """The cells of a row with its correction, in the order of these items."""
    values = {**found.data, **(found.corrected or {}), **(given or {})}
    return [str(values.get(name, "")) for name in names]


def replay_checker(load: Load, names: Sequence[str], lines: Iterable[Line]) -> Checker:
    """The checker of rows that join those of a version: it knows which of their keys the version already has."""
    items = item_rules(load.resource)
    places = [names.index(item.name) for item in items if item.is_key]
    keys = ["|".join(cells[place].strip() for place in places) for _, cells in lines]
    return checker_of(items, Row.objects.filter(load=load, key__in=keys).values_list("key", flat=True))


def visible_loads(actor: Actor) -> QuerySet[Load]:
    """Loads of the own body, and of those that the actor may look into."""
    return Load.objects.filter(body__in=watched(actor).values("pk")).select_related("resource", "body")


def shown_quarantine(load: Load, actor: Actor) -> QuerySet[QuarantinedRow]:
    """The quarantine of a load; values in full only for the body whose rows they are."""
    return waiting(load).annotate(own=Value(load.body_id in actor.bodies)).order_by("line")


def other_versions(load: Load, actor: Actor) -> QuerySet[Load]:
    """The other loads of the same resource, the newest first."""
    return Load.objects.filter(resource=load.resource_id).exclude(pk=load.pk).order_by("-number")


def resources_to_load(on: Any, actor: Actor) -> QuerySet[Resource]:
    """Catalogued resources of the own body."""
    states = [Resource.State.ACCEPTED, Resource.State.PUBLISHED]
    return Resource.objects.filter(body__in=actor.bodies, state__in=states)


def loads_to_replay(on: Any, actor: Actor) -> QuerySet[Load]:
    """Present versions of the own body with corrected rows."""
    corrected = QuarantinedRow.objects.filter(settled=False, corrected__isnull=False).values("load")
    return Load.objects.filter(body__in=actor.bodies, state=Load.State.PUBLISHED, pk__in=corrected)


def database_facts(on: BasicDatabase | None, asked: Any) -> DatabaseFacts:
    """What the rules of basic databases and of their instances may know."""
    held = asked.by
    manages = held is not None and held.body_kind == Body.Kind.MANAGING
    database: BasicDatabase | None = on or asked.database
    fixed = BasicDatabase.objects.filter(kind=asked.kind).exclude(kind=BasicDatabase.Kind.EXTENSION)
    running = CityDatabase.objects.filter(database=database, state=CityDatabase.State.RUNNING)
    return DatabaseFacts(
        is_provincial_office=manages and held.level == Level.PROVINCE,
        manages_a_city=manages and held.level == Level.CITY,
        manages_a_county=manages and held.level == Level.COUNTY,
        county_may_build=bool(pack().parameter("basic_database.county_may_build", on=clock.today()).amount),
        standing=str(fixed.first() or "") if on is None else "",
        mode=database.mode if database else "",
        sources=on.sources.count() if on else 0,
        instances=running.count() if on else 0,
        has_instance=held is not None and running.filter(body=held.body).exists(),
    )


def aggregation_facts(on: AggregationTask | None, asked: Any) -> AggregationFacts:
    """What the rules of asking for a resource and of handing it in may know."""
    resource: Resource | None = on.resource if on else asked.resource
    load: Load | None = asked.load
    states = [Resource.State.ACCEPTED, Resource.State.PUBLISHED]
    waiting = [AggregationTask.State.ASKED, AggregationTask.State.ANSWERED]
    return AggregationFacts(
        is_catalogued=resource is None or resource.state in states,
        is_open=on is None and AggregationTask.objects.filter(resource=resource, state__in=waiting).exists(),
        load_answers=load is not None and resource is not None and load == published_load(resource),
        today=clock.today(),
    )


def catalogued(on: Any, actor: Actor) -> QuerySet[Resource]:
    """Every resource in the catalogue."""
    return Resource.objects.filter(state=Resource.State.PUBLISHED).select_related("body")


def leads_to_choose(on: Any, actor: Actor) -> QuerySet[Body]:
    """The bodies of the province that can lead a basic database."""
    return Body.objects.filter(level=Level.PROVINCE, state=Body.State.ACTIVE)


def separate_databases(on: Any, actor: Actor) -> QuerySet[BasicDatabase]:
    return BasicDatabase.objects.filter(mode=BasicDatabase.Mode.SEPARATE)


def loads_to_hand_in(on: AggregationTask, actor: Actor) -> QuerySet[Load]:
    """The published version of the resource that was asked for."""
    return Load.objects.filter(resource=on.resource_id, state=Load.State.PUBLISHED)


def visible_databases(actor: Actor) -> QuerySet[BasicDatabase]:
    """Every basic database: all may find what is held once for all."""
    return BasicDatabase.objects.select_related("body", "lead")


def visible_instances(actor: Actor) -> QuerySet[CityDatabase]:
    return CityDatabase.objects.select_related("database", "body")


def visible_tasks(actor: Actor) -> QuerySet[AggregationTask]:
    """Tasks of the own body, of those that the actor may look into, and those that it asked for."""
    seen = watched(actor).values("pk")
    rows = AggregationTask.objects.filter(Q(body__in=seen) | Q(asked_by__in=actor.bodies))
    return rows.select_related("body", "resource")


def tasks_to_remind(days: int) -> QuerySet[AggregationTask]:
    """Tasks without an answer whose day is at most so many days off, and whose unit was not reminded yet."""
    near = clock.today() + timedelta(days=days)
    return AggregationTask.objects.filter(
        state=AggregationTask.State.ASKED, due_on__lte=near, reminded_on=None
    )
