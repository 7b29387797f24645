"""Loading a file into a resource, or its corrected quarantine again: begin, check in batches, publish as a whole."""

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from django.db import IntegrityError

from banyan.acts import clock
from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.door import perform
from banyan.acts.errors import Refused
from banyan.acts.models import Entry
from banyan.catalogue.models import Resource
from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say
from banyan.kit.tablefile import table_rows
from banyan.lake import queries, rows
from banyan.lake.acts import begin_load, fail_load, publish_load, replay_quarantine
from banyan.lake.checking import Checked, Checker, Line
from banyan.lake.items import columns_of
from banyan.lake.models import Load, Progress, QuarantinedRow
from banyan.lake.report import LoadReport

MOST_ROWS = 20_000_000
MOST_QUARANTINED = 100_000

Tell = Callable[[str, int, int], None]
"""Told how far a load is: the step, how much is done, of how much; bytes of a file, or rows."""


class LoadFault(SentenceError):
    """A load cannot go on (装载中止); the sentence says why, the former version stays in place."""


def load_file(
    actor: Actor, resource: Resource, path: Path, *, tell: Tell | None = None, file_name: str = ""
) -> LoadReport:
    """Load a CSV or XLSX file as the next version of a resource, in the name of this actor.

    Its first row names the items. Bad rows go to quarantine; few of them do not stop it (see `rules`).
    Raises TableFault, ColumnsFault, LoadFault or Refused when nothing was loaded; when all was checked but may not be
    published, the report says so. Whatever happens, the former version stays in place until the new one is whole.
    """
    clean_up()
    began = time.monotonic()
    with path.open("rb") as file:
        digest = f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
        file.seek(0)
        with closing(table_rows(file, most_rows=MOST_ROWS)) as table:
            items = queries.item_rules(resource)
            columns = columns_of(next(table, []), items)
            given = {"resource": resource, "file_name": file_name or path.name, "file_digest": digest}
            run = _begun(lambda: perform(begin_load, actor, **given), tell)
            with run.ending_on_faults():
                run.progress.of = path.stat().st_size
                checker = queries.checker_of(items)
                for batch in _batches(enumerate(table, start=2)):
                    run.progress.done = file.tell()
                    run.check(checker, columns, batch)
                return run.publish(actor, began)


def replay(actor: Actor, load: Load, *, tell: Tell | None = None) -> LoadReport:
    """Make the next version of the present rows and the corrected rows of a load's quarantine.

    Rows not yet corrected, and those still wrong, wait in the quarantine of the new version. Raises as `load_file`.
    """
    clean_up()
    began = time.monotonic()
    run = _begun(lambda: perform(replay_quarantine, actor, load=load), tell)
    with run.ending_on_faults():
        base = queries.published_load(load.resource_id)
        if base:
            run.progress.of = base.rows_good
            rows.take_over(run.progress, base)
        names = [item.name for item in queries.item_rules(load.resource)]
        for waiting in _batches(queries.waiting(load).order_by("line").iterator()):
            run.recheck(names, waiting)
        return run.publish(actor, began)


def clean_up() -> int:
    """Fail the loads that died while they were checked, and delete what failed loads left; how many died."""
    dead = list(queries.silent_loads(clock.now()))
    for load in dead:
        _fail(load, str(say("It stopped giving signs of life while its rows were being checked.")))
        rows.clear(load, quarantine=True)
    for load in queries.failed_with_rows():
        rows.clear(load, quarantine=False)
    return len(dead)


@dataclass
class _Run:
    """One load on its way: what was counted, and whom to tell."""

    load: Load
    progress: Progress
    tell: Tell
    faults: Counter[str] = field(default_factory=Counter)

    def check(self, checker: Checker, columns: Sequence[str], lines: Iterable[Line]) -> None:
        """Check a batch of rows and store both its good and its bad ones."""
        checked = checker.check(columns, lines)
        self._store(checked, rows.quarantined(self.load, checked.bad, clock.now()))

    def recheck(self, names: Sequence[str], waiting: Sequence[QuarantinedRow]) -> None:
        """Check the corrected ones of these rows again; the others wait on, each since it first did."""
        corrected = [
            (row.line, queries.merged(row, {}, names)) for row in waiting if row.corrected is not None
        ]
        checked = queries.replay_checker(self.load).check(names, corrected)
        still_bad = {row.line: row for row in checked.bad}
        settled = {line for line, _ in corrected} - still_bad.keys()
        waiting_on = [
            QuarantinedRow(
                load=self.load,
                line=row.line,
                data=still_bad[row.line].data if row.line in still_bad else row.data,
                faults=still_bad[row.line].faults if row.line in still_bad else row.faults,
                since=row.since,
            )
            for row in waiting
            if row.line not in settled
        ]
        self._store(checked, waiting_on)

    def _store(self, checked: Checked, bad: Sequence[QuarantinedRow]) -> None:
        self.faults.update(fault["rule"] for row in bad for fault in row.faults)
        rows.store(self.progress, checked.good, bad)
        self.tell(self.progress.step, self.progress.done, self.progress.of)
        if self.progress.rows_bad > MOST_QUARANTINED:
            raise LoadFault(
                say(
                    "More than {number} rows are wrong; the first ones show with what. Put the export right.",
                    number=MOST_QUARANTINED,
                )
            )
