"""Reads of the rows that wait in quarantine, and the facts of correcting and of replaying them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet, Value

from banyan.acts.actor import Actor
from banyan.lake.faults import RULES
from banyan.lake.models import Load, QuarantinedRow
from banyan.lake.queries.items import checker_of, item_rules
from banyan.lake.queries.loads import running_load
from banyan.lake.rules.loads import CorrectionFacts, ReplayFacts


def waiting(load: Load) -> QuerySet[QuarantinedRow]:
    """The rows of a load that wait in quarantine."""
    return QuarantinedRow.objects.filter(load=load, settled=False)


def correction_facts(on: Load, asked: Any) -> CorrectionFacts:
    """What the rules of ``correct_row`` may know: the faults that the row, waiting in this load, would still have."""
    found = waiting(on).filter(pk=asked.row.pk).first() if asked.row else None
    given: dict[str, Any] = asked.corrected or {}
    items = item_rules(on.resource)
    names = sorted(item.name for item in items)
    unknown = tuple(name for name in given if name not in names)
    bad = []
    if found and not unknown:
        bad = checker_of(items).check(names, [(found.line, merged(found, names, given))]).bad
    return CorrectionFacts(
        resource=str(on.resource),
        running=running_load(on.resource),
        unknown=unknown,
        faults=tuple((fault["field"], RULES[fault["rule"]]) for row in bad for fault in row.faults),
    )


def merged(found: QuarantinedRow, names: Sequence[str], given: Mapping[str, Any] | None = None) -> list[str]:
    """The cells of a row with its correction, in the order of these items."""
    values = {**found.data, **(found.corrected or {}), **(given or {})}
    return [str(values.get(name, "")) for name in names]


def shown_quarantine(load: Load, actor: Actor) -> QuerySet[QuarantinedRow]:
    """The quarantine of a load; values in full only for the body whose rows they are."""
    return waiting(load).annotate(own=Value(load.body_id in actor.bodies)).order_by("line")


def replay_facts(on: Any, asked: Any) -> ReplayFacts:
    """What the rules of ``replay_quarantine`` may know."""
    load: Load = asked.load
    return ReplayFacts(
        resource=str(load.resource),
        is_own=asked.actor.machine or load.body_id in asked.actor.bodies,
        is_present=Load.objects.filter(pk=load.pk, state=Load.State.PUBLISHED).exists(),
        corrected=waiting(load).filter(corrected__isnull=False).count(),
        running=running_load(load.resource),
    )


def loads_to_replay(on: Any, actor: Actor) -> QuerySet[Load]:
    """Present versions of the own body with corrected rows."""
    corrected = QuarantinedRow.objects.filter(settled=False, corrected__isnull=False).values("load")
    return Load.objects.filter(body__in=actor.bodies, state=Load.State.PUBLISHED, pk__in=corrected)
