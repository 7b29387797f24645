"""The sweep: asks every monitor, opens new findings, closes those whose cause is gone; may run any number of times."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from banyan.acts import clock, registry
from banyan.acts.actor import SYSTEM
from banyan.acts.acts import close_findings, join_finding, open_findings
from banyan.acts.directory import directory
from banyan.acts.door import perform
from banyan.acts.fault import attempt
from banyan.acts.models import Finding
from banyan.acts.monitor import Lapse, Monitor, monitor
from banyan.acts.queries import overdue
from banyan.acts.sentences import stored
from banyan.kit.sentence import say

BATCH = 2000
LASTING = (Finding.State.OPEN, Finding.State.WITHDRAWN)
"""While the cause lasts, what was withdrawn is not opened again."""


@dataclass(frozen=True)
class Swept:
    """What one monitor's sweep did; ``fault`` says why it could not ask to the end."""

    monitor: str
    lapses: int
    opened: int
    closed: int
    fault: str = ""


@monitor("25.1-c", title="Replies overdue")
def duty_is_overdue(at: Any) -> Iterator[Lapse]:
    """Duties whose day has passed, but for those of which another monitor tells."""
    clocks = [act.due for act in registry.acts if act.due and act.due.told_by]
    told = {name for clock in clocks for name in clock.parameters}
    for duty in overdue(at).exclude(parameter__in=told).iterator():
        yield Lapse(
            key=f"duty/{duty.pk}",
            body=duty.body,
            noun=duty.noun,
            object_id=duty.object_id,
            title=duty.title,
            because=say("Due on {day}, not done.", day=duty.due_at.date().isoformat()),
            facts={"parameter": duty.parameter, "due_at": duty.due_at.isoformat()},
            norm=duty.norm,
        )


def sweep(
    monitors: Iterable[Monitor] | None = None, *, tell: Callable[[Swept], None] | None = None
) -> list[Swept]:
    """Ask the monitors, all when none are named; what each did. One that fails does not stop the others."""
    done = []
    for one in monitors if monitors is not None else registry.monitors:
        done.append(_sweep_alone(one))
        if tell:
            tell(done[-1])
    return done


def _sweep_alone(one: Monitor) -> Swept:
    """The lapses that other monitors watch for are found also where this one fails."""
    swept, fault = attempt(f"the monitor {one.name}", lambda: _sweep_one(one))
    return swept or Swept(one.name, 0, 0, 0, fault)


def _sweep_one(one: Monitor) -> Swept:
    at = clock.now()
    known: dict[str, int] = dict(
        Finding.objects.filter(monitor=one.name, state__in=LASTING).values_list("key", "pk")
    )
    recorded = _Recorded(one)
    seen: set[str] = set()
    opened = 0
    for batch in _batches(one.watch(at)):
        fresh = [lapse for lapse in batch if lapse.key not in known and lapse.key not in seen]
        fresh = list({lapse.key: lapse for lapse in fresh}.values())
        seen.update(lapse.key for lapse in batch)
        fresh = [lapse for lapse in fresh if not recorded.joined(lapse)]
        if fresh:
            opened += len(fresh)
            _open(one, fresh)
    gone = [pk for key, pk in known.items() if key not in seen]
    for start in range(0, len(gone), BATCH):
        perform(close_findings, SYSTEM, gone[start : start + BATCH])
    return Swept(one.name, len(seen), opened, len(gone))


class _Recorded:
    """Open findings that people recorded, so that a monitor adds to them what it finds of the same lapse.

    The same lapse is one of the same body under the same norm, and of the same object where one was named.
    """

    def __init__(self, one: Monitor) -> None:
        self.monitor = one
        rows = Finding.objects.filter(monitor=Finding.RECORDED, state=Finding.State.OPEN)
        self.findings = list(rows.only("pk", "body", "norm", "noun", "object_id", "evidence"))
        self.seen = {
            sight["key"]: finding
            for finding in self.findings
            for sight in finding.evidence
            if sight["from"] == one.name
        }

    def joined(self, lapse: Lapse) -> bool:
        """Whether the lapse stands in such a finding, before or from now on."""
        if lapse.key in self.seen:
            return True
        taken = {finding.pk for finding in self.seen.values()}
        same = (one for one in self.findings if one.pk not in taken and self._is_same(one, lapse))
        if (finding := next(same, None)) is None:
            return False
        perform(
            join_finding,
            SYSTEM,
            finding.pk,
            monitor=self.monitor.name,
            lapse=lapse.key,
            noun=lapse.noun,
            number=lapse.object_id or 0,
            text=str(lapse.because)[:500],
        )
        self.seen[lapse.key] = finding
        return True

    def _is_same(self, finding: Finding, lapse: Lapse) -> bool:
        norm = lapse.norm or str(self.monitor.norm)
        named = finding.object_id is None or (finding.noun, finding.object_id) == (
            lapse.noun,
            lapse.object_id,
        )
        return named and (finding.body, finding.norm) == (lapse.body, norm)


def _batches(lapses: Iterable[Lapse]) -> Iterator[list[Lapse]]:
    source = iter(lapses)
    while batch := list(islice(source, BATCH)):
        yield batch


def _open(one: Monitor, lapses: Sequence[Lapse]) -> None:
    names = directory().names(lapse.body for lapse in lapses)
    rows = [
        {
            "key": lapse.key,
            "norm": lapse.norm or str(one.norm),
            "body": lapse.body,
            "region": names[lapse.body].region if lapse.body in names else "",
            "noun": lapse.noun,
            "object_id": lapse.object_id,
            "title": lapse.title[:200],
            "because": stored(lapse.because),
            "facts": lapse.facts,
        }
        for lapse in lapses
    ]
    perform(open_findings, SYSTEM, monitor=one.name, number=len(rows), lapses={"rows": rows})
