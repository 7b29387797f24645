"""The rows of the demo's holdings (数据持有), loaded by the data officers who answer for them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from banyan.acts.actor import SYSTEM
from banyan.acts.door import perform
from banyan.catalogue.models import Resource
from banyan.demo import read, stock
from banyan.demo.timeline import days_ago
from banyan.lake.acts.loads import fail_load
from banyan.lake.loading import load_file
from banyan.lake.models import Load
from banyan.lake.queries.rows import published_load

LOADED = 1
"""So many days ago."""


def are_loaded() -> bool:
    return not any(published_load(resource) is None for resource, _file in _held())


def load() -> None:
    """Load every file whose resource has no rows yet."""
    for resource, file in _held():
        if published_load(resource) is None:
            _end_broken_loads(resource)
            with _unpacked(file) as path, days_ago(LOADED):
                load_file(stock.officer_of(resource.body, "data_officer") or SYSTEM, resource, path)


def _held() -> Iterator[tuple[Resource, str]]:
    """The published resources with a file of rows; of one name the provincial one comes first."""
    for name, file in read.HOLDINGS.items():
        named = Resource.objects.filter(name=name, state=Resource.State.PUBLISHED).select_related("body")
        resource = named.order_by("code").first()
        if resource:
            yield resource, file


def _end_broken_loads(resource: Resource) -> None:
    """End the load of a start that broke off: nobody else loads while the demo is being made."""
    for begun in Load.objects.filter(resource=resource, state=Load.State.CHECKING):
        perform(fail_load, SYSTEM, begun, reason="演示省装载中断，重新装载。")


@contextmanager
def _unpacked(file: str) -> Iterator[Path]:
    """The data file, unpacked, under its own name."""
    with TemporaryDirectory(prefix="banyan-demo-") as folder:
        path = Path(folder) / file.rpartition("/")[2].removesuffix(".gz")
        path.write_bytes(read.content(file))
        yield path
