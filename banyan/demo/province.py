"""The demo province (演示省) as running state: everything is loaded through acts, in the order in which it happened."""

import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib.resources import as_file, files
from pathlib import Path

from django.conf import settings

from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.acts.models import Finding
from banyan.acts.reaction import follow_all
from banyan.acts.sweep import sweep
from banyan.bodies import acts as bodies
from banyan.bodies.models import Body, Region
from banyan.catalogue.acts import collection, elements, offers, resources
from banyan.catalogue.indexing import index_all, is_indexed
from banyan.catalogue.models import CollectionItem, DataElement, Resource, ServiceEntry
from banyan.demo import (
    aggregation,
    agreements,
    credentials,
    drafts,
    editions,
    infrastructure,
    loads,
    operating,
    oversight,
    planning,
    read,
    security,
    service_items,
    sharing,
    stock,
)
from banyan.demo.timeline import days_ago
from banyan.ledger.sequence import sequence_all
from banyan.supervision.measuring import measure

Tell = Callable[[str, int, int], None]
FOUNDED, CATALOGUED = 400, 120
"""So many days ago the province's bodies, and its first catalogues, came into the system."""


@dataclass(frozen=True)
class Step:
    """One step of the load: whether it is done, and how it is done; a step begun and broken off goes on."""

    name: str
    is_done: Callable[[], bool]
    do: Callable[[], object]


def loaded() -> bool:
    """Whether the demo province is complete, as the database shows."""
    return all(step.is_done() for step in STEPS)


def load(tell: Tell) -> None:
    """Load what is missing; ``tell(step, done, of)`` hears of each step."""
    for number, step in enumerate(STEPS):
        tell(step.name, number, len(STEPS))
        if not step.is_done():
            step.do()
    tell("ready", len(STEPS), len(STEPS))


def _map() -> Path:
    path: Path = settings.BANYAN_HOME / "boundaries.geojson"
    return path


def _draw_map() -> None:
    with as_file(files("banyan.demo").joinpath("data", "boundaries.geojson")) as source:
        shutil.copyfile(source, _map())


def _load_regions() -> None:
    rows = [[one.code, one.name, one.level, one.parent] for one in read.regions()]
    with days_ago(FOUNDED):
        perform(bodies.load_regions, SYSTEM, number=len(rows), rows={"regions": rows})


def _load_bodies() -> None:
    rows = [asdict(one) for one in read.bodies()]
    with days_ago(FOUNDED):
        perform(bodies.load_bodies, SYSTEM, number=len(rows), rows={"bodies": rows})


def _load_elements() -> None:
    rows = [stock.element(one) for one in read.elements()]
    with days_ago(CATALOGUED):
        perform(elements.load_elements, SYSTEM, number=len(rows), rows={"elements": rows})


def _load_resources() -> None:
    listed = [stock.resource(number, one) for number, one in enumerate(read.resources())]
    items = [stock.item(one) for one in read.resource_items()]
    rows = {"resources": listed, "items": items}
    with days_ago(CATALOGUED):
        perform(resources.load_resources, SYSTEM, number=len(listed), rows=rows)


def _load_services() -> None:
    rows = [*map(stock.service, read.services()), *stock.county_services()]
    with days_ago(CATALOGUED):
        perform(offers.load_services, SYSTEM, number=len(rows), rows={"services": rows})


def _load_collection() -> None:
    rows = stock.collection_items()
    with days_ago(CATALOGUED):
        perform(collection.load_items, SYSTEM, number=len(rows), rows={"items": rows})


def _sweep() -> None:
    follow_all()
    sweep()
    measure()
    sequence_all()


STEPS = (
    Step("map", lambda: _map().exists(), _draw_map),
    Step("regions", Region.objects.exists, _load_regions),
    Step("bodies", Body.objects.exists, _load_bodies),
    Step("officers", credentials.are_open, credentials.open_accounts),
    Step("catalogue officers", editions.are_appointed, editions.appoint),
    Step("leadership", agreements.governments_are_led, agreements.register_leaderships),
    Step("agreements", agreements.agreements_stand, agreements.conclude_agreements),
    Step("data elements", DataElement.objects.exists, _load_elements),
    Step("resources", Resource.objects.exists, _load_resources),
    Step("services", ServiceEntry.objects.exists, _load_services),
    Step("collection catalogue", CollectionItem.objects.exists, _load_collection),
    Step("editions", editions.are_published, editions.publish),
    Step("systems", agreements.systems_are_registered, agreements.register_systems),
    Step("sharing", sharing.is_done, sharing.play),
    Step("what sharing spares", service_items.are_there, service_items.prepare),
    Step("work in hand", drafts.is_there, drafts.prepare),
    Step("operation", operating.is_there, operating.prepare),
    Step("infrastructure", infrastructure.stands, infrastructure.build),
    Step("rows", loads.are_loaded, loads.load),
    Step("what is brought together", aggregation.is_there, aggregation.prepare),
    Step("search", is_indexed, index_all),
    Step("findings", Finding.objects.exists, _sweep),
    Step("planning", planning.is_there, planning.prepare),
    Step("supervision", oversight.is_there, oversight.prepare),
    Step("security", security.is_there, security.prepare),
)
