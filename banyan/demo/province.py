"""The demo province as running state: everything is loaded through acts, some of it with a past."""

import shutil
from collections.abc import Callable
from dataclasses import asdict
from importlib.resources import as_file, files

from django.conf import settings

from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.acts.reaction import catch_up
from banyan.acts.sweep import sweep
from banyan.bodies import acts as bodies
from banyan.bodies.models import Body, Region
from banyan.catalogue.acts import collection, resources
from banyan.catalogue.indexing import index_all
from banyan.catalogue.models import CollectionItem, DataElement, Resource, ServiceEntry
from banyan.demo import credentials, past, read, stock
from banyan.lake.loading import load_file
from banyan.lake.queries import published_load
from banyan.ledger.sequence import sequence_all

Tell = Callable[[str, int, int], None]
DONE = "demo-loaded"


def loaded() -> bool:
    """Whether the demo province is complete."""
    return (settings.BANYAN_HOME / DONE).exists() and Region.objects.exists()


def load(tell: Tell) -> None:
    """Load what is missing; every step looks first, so an interrupted load goes on where it stopped."""
    for number, (name, step) in enumerate(STEPS):
        tell(name, number, len(STEPS))
        step()
    tell("ready", len(STEPS), len(STEPS))
    (settings.BANYAN_HOME / DONE).touch()


def _regions() -> None:
    if not Region.objects.exists():
        rows = [[one.code, one.name, one.level, one.parent] for one in read.regions()]
        perform(bodies.load_regions, SYSTEM, number=len(rows), rows={"regions": rows})
    source = files("banyan.demo").joinpath("data", "boundaries.geojson")
    with as_file(source) as path:
        shutil.copyfile(path, settings.BANYAN_HOME / "boundaries.geojson")


def _bodies() -> None:
    if not Body.objects.exists():
        rows = [asdict(one) for one in read.bodies()]
        perform(bodies.load_bodies, SYSTEM, number=len(rows), rows={"bodies": rows})


def _elements() -> None:
    if not DataElement.objects.exists():
        rows = [stock.element(one) for one in read.elements()]
        perform(resources.load_elements, SYSTEM, number=len(rows), rows={"elements": rows})


def _resources() -> None:
    if not Resource.objects.exists():
        listed = [stock.resource(number, one) for number, one in enumerate(read.resources())]
        items = [stock.item(one) for one in read.resource_items()]
        perform(
            resources.load_resources, SYSTEM, number=len(listed), rows={"resources": listed, "items": items}
        )


def _services() -> None:
    if not ServiceEntry.objects.exists():
        rows = [stock.service(one) for one in read.services()]
        perform(resources.load_services, SYSTEM, number=len(rows), rows={"services": rows})


def _collection() -> None:
    if not CollectionItem.objects.exists():
        rows = stock.collection_items()
        perform(collection.load_items, SYSTEM, number=len(rows), rows={"items": rows})


def _rows() -> None:
    for name, file in read.HOLDINGS.items():
        resource = Resource.objects.filter(name=name, state=Resource.State.PUBLISHED).order_by("code").first()
        if resource is None or published_load(resource) is not None:
            continue
        path = settings.BANYAN_HOME / "demo-loading.csv"
        path.write_bytes(read.content(file))
        load_file(
            stock.data_officer(resource),
            resource,
            path,
            file_name=file.rpartition("/")[2].removesuffix(".gz"),
        )
        path.unlink()


def _search() -> None:
    index_all()


def _sweep() -> None:
    while catch_up():
        pass
    sweep()
    sequence_all()


STEPS: tuple[tuple[str, Callable[[], None]], ...] = (
    ("regions", _regions),
    ("bodies", _bodies),
    ("officers", credentials.appoint),
    ("data elements", _elements),
    ("resources", _resources),
    ("services", _services),
    ("collection catalogue", _collection),
    ("agreements", past.agreements),
    ("editions", past.editions),
    ("rows", _rows),
    ("systems", past.systems),
    ("past weeks", past.requests),
    ("search", _search),
    ("sweep", _sweep),
)
