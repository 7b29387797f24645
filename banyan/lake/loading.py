"""Loading a file into a resource, and replaying its quarantine: begin, check in batches, publish as a whole."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import IO, TypeVar

from django.utils.translation import gettext

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.catalogue.models import Resource
from banyan.kit.tablefile import table_rows
from banyan.lake import rows
from banyan.lake.acts.loads import begin_load, replay_quarantine
from banyan.lake.items import columns_of
from banyan.lake.models import Load
from banyan.lake.queries import quarantine
from banyan.lake.queries.items import checker_of, item_rules
from banyan.lake.queries.loads import failed_with_rows, silent_loads
from banyan.lake.report import LoadReport
from banyan.lake.run import DIED, Tell, begin, fail

MOST_ROWS = 20_000_000

T = TypeVar("T")


def load_file(
    actor: Actor, resource: Resource, path: Path, *, tell: Tell | None = None, file_name: str = ""
) -> LoadReport:
    """Load a CSV or XLSX file as the next version of a resource, in the name of this actor.

    Its first row names the items. Bad rows go to quarantine; a few of them do not stop it (see `rules`).
    Raises TableFault, ColumnsFault, LoadFault or Refused when it cannot go on; when all is checked but may not be
    published, the report says so. Whatever happens, the former version stays in place until the new one is whole.
    """
    clean_up()
    with path.open("rb") as file:
        digest = _digest(file)
        with closing(table_rows(file, most_rows=MOST_ROWS)) as table:
            items = item_rules(resource)
            columns = columns_of(next(table, []), items)
            name = (file_name or path.name)[:200]
            run = begin(
                lambda: perform(begin_load, actor, resource=resource, file_name=name, file_digest=digest),
                tell,
            )
            with run.ending_on_faults():
                run.progress.of = path.stat().st_size
                checker = checker_of(items)
                for batch in _batches(enumerate(table, start=2)):
                    run.progress.done = file.tell()
                    run.check(checker, columns, batch)
                return run.publish(actor)


def replay(actor: Actor, load: Load, *, tell: Tell | None = None) -> LoadReport:
    """Make the next version of the rows of the present one and the corrected rows of its quarantine.

    Rows not yet corrected, and those still wrong, wait in the quarantine of the new version. Raises as `load_file`.
    """
    clean_up()
    run = begin(lambda: perform(replay_quarantine, actor, load=load), tell)
    with run.ending_on_faults():
        run.progress.of = load.rows_good
        rows.take_over(run.progress, load)
        names = [item.name for item in item_rules(run.load.resource)]
        for waiting in _batches(quarantine.waiting(load).order_by("line").iterator()):
            run.recheck(names, waiting)
        return run.publish(actor)


def clean_up() -> int:
    """Fail the loads that died while they were checked, and delete what failed loads left; how many had died."""
    dead = list(silent_loads(clock.now()))
    for load in dead:
        fail(load, DIED.render(gettext), quarantine=True)
    for load in failed_with_rows():
        rows.clear(load)
    return len(dead)


def _digest(file: IO[bytes]) -> str:
    running = hashlib.sha256()
    while chunk := file.read(1 << 20):
        running.update(chunk)
    file.seek(0)
    return f"sha256:{running.hexdigest()}"


def _batches(rows_in: Iterable[T]) -> Iterator[list[T]]:
    running = iter(rows_in)
    while batch := list(islice(running, rows.BATCH)):
        yield batch
