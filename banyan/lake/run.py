"""One load on its way from its beginning to its end: batches checked and stored, then published or failed."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import cast

from django.utils.translation import gettext

from banyan.acts import clock
from banyan.acts.actor import SYSTEM, Actor
from banyan.acts.door import perform
from banyan.acts.errors import Refused, Taken
from banyan.acts.models import Entry
from banyan.kit.errors import SentenceError
from banyan.kit.sentence import Sentence, say
from banyan.lake import rows
from banyan.lake.acts.loads import fail_load, publish_load
from banyan.lake.batch import Line
from banyan.lake.checking import Checked, Checker
from banyan.lake.models import Load, Progress, QuarantinedRow
from banyan.lake.queries.items import replay_checker
from banyan.lake.queries.quarantine import merged
from banyan.lake.queries.rows import digest_of_rows
from banyan.lake.report import LoadReport

MOST_QUARANTINED = 100_000
STOPPED = say("It was stopped while its rows were being checked.")
DIED = say("It stopped giving signs of life while its rows were being checked.")

Tell = Callable[[str, int, int], None]
"""Told how far a load is: the step, how much is done, of how much; bytes of a file, or rows."""


class LoadFault(SentenceError):
    """A load cannot go on (装载中止); the sentence says why. The former version stays in place."""


@dataclass
class Run:
    """One load on its way (装载过程): what it has counted, and whom it tells."""

    load: Load
    progress: Progress
    tell: Tell
    began: float = field(default_factory=time.monotonic)
    faults: Counter[str] = field(default_factory=Counter)

    def check(self, checker: Checker, columns: Sequence[str], lines: Sequence[Line]) -> None:
        """Check a batch of rows; store the good ones, and the bad ones in quarantine."""
        checked = checker.check(columns, lines)
        now = clock.now()
        bad = [QuarantinedRow(load=self.load, since=now, **row.__dict__) for row in checked.bad]
        self._store(checked, bad)

    def recheck(self, names: Sequence[str], waiting: Sequence[QuarantinedRow]) -> None:
        """Check the corrected ones of these rows again; those that are not good wait on, since they first did."""
        corrected = [(row.line, merged(row, names)) for row in waiting if row.corrected is not None]
        checked = replay_checker(self.load, names, corrected).check(names, corrected)
        good = {line for line, _ in corrected} - {row.line for row in checked.bad}
        still = {row.line: row for row in checked.bad}
        waiting_on = [
            QuarantinedRow(
                load=self.load,
                since=row.since,
                **(still[row.line].__dict__ if row.line in still else _as_it_was(row)),
            )
            for row in waiting
            if row.line not in good
        ]
        self._store(checked, waiting_on)

    def publish(self, actor: Actor) -> LoadReport:
        """Count the digest of what is stored and publish it; the report says why not where the law is against it."""
        self._tell("digest")
        self.progress.rows_digest = digest_of_rows(self.load)
        self.progress.finished = True
        rows.beat(self.progress)
        try:
            perform(publish_load, actor, self.load, rows_digest=self.progress.rows_digest)
        except Refused as refused:
            why = [one.because for one in refused.refusals]
            fail(self.load, " ".join(one.render(gettext) for one in why), quarantine=False)
            return self._report(why)
        return self._report()

    @contextmanager
    def ending_on_faults(self) -> Iterator[None]:
        """Let whatever goes wrong in here end the load before it goes on its way."""
        try:
            yield
        except BaseException as fault:
            sentence = fault.sentence if isinstance(fault, SentenceError) else STOPPED
            fail(self.load, sentence.render(gettext), quarantine=not isinstance(fault, LoadFault))
            raise

    def _store(self, checked: Checked, bad: Sequence[QuarantinedRow]) -> None:
        self.faults.update(fault["rule"] for row in bad for fault in row.faults)
        rows.store(self.progress, checked.good, bad)
        self._tell("checking")
        if self.progress.rows_bad > MOST_QUARANTINED:
            raise LoadFault(
                say(
                    "More than {number} rows are wrong: put the export right; the first ones show what is wrong.",
                    number=MOST_QUARANTINED,
                )
            )

    def _tell(self, step: str) -> None:
        self.progress.step = step
        self.tell(step, self.progress.done, self.progress.of)

    def _report(self, why_not: Sequence[Sentence] = ()) -> LoadReport:
        return LoadReport(
            load=self.load.pk,
            resource=str(self.load.resource),
            version=self.load.number,
            rows_good=self.progress.rows_good,
            rows_bad=self.progress.rows_bad,
            faults=self.faults,
            seconds=time.monotonic() - self.began,
            published=not why_not,
            why_not=why_not,
        )


def begin(act: Callable[[], Entry], tell: Tell | None) -> Run:
    """Begin a load by this act; `LoadFault` when another one began in the same moment."""
    try:
        entry = act()
    except Taken as error:
        raise LoadFault(
            say("Another load of this resource has just begun; wait until it has ended.")
        ) from error
    load = Load.objects.select_related("resource").get(pk=cast("int", entry.object_id))
    return Run(load, rows.start(load), tell or (lambda step, done, of: None))


def fail(load: Load, reason: str, *, quarantine: bool) -> None:
    """End a load in the name of the system, unless somebody has; delete its rows, and a quarantine of no use."""
    if quarantine:
        rows.clear_quarantine(load)
    with suppress(Refused):
        perform(fail_load, SYSTEM, load, reason=reason[:2000])
    rows.clear(load)


def _as_it_was(row: QuarantinedRow) -> dict[str, object]:
    return {"line": row.line, "data": row.data, "faults": row.faults}
