"""What one more lawful act would change in a body's score: the rows, the acts on them, and what each brings."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from banyan.acts import registry
from banyan.acts.act import Act
from banyan.acts.figure import Figure
from banyan.acts.formula import Score
from banyan.acts.models import Duty, Finding


@dataclass(frozen=True)
class Step:
    """One row that a lawful act would move (改进事项): on which object, by which acts, and the points it brings."""

    figure: Figure
    row: Any
    noun: str
    object_id: int | None
    acts: tuple[Act, ...]
    gain: Decimal


def steps(body: int, score: Score, *, each: int = 10) -> Iterator[Step]:
    """The rows of every figure that costs points, what brings most first; at most ``each`` of a figure."""
    for line in sorted(score.lines, key=lambda one: -one.gain):
        of: Figure = registry.figures[line.figure]
        if of.wanting is None or line.gain <= 0:
            continue
        for row in of.wanting.within({"body": str(body)}).order_by("pk")[:each]:
            noun, object_id = _object(row)
            yield Step(of, row, noun, object_id, _acts(of, row), line.gain)


def _object(row: Any) -> tuple[str, int | None]:
    if isinstance(row, Duty | Finding):
        return row.noun, row.object_id
    return row._meta.label_lower, row.pk


def _acts(of: Figure, row: Any) -> tuple[Act, ...]:
    if isinstance(row, Duty):
        return tuple(
            one for one in registry.acts_on(row.noun) if one.due and row.parameter in one.due.parameters
        )
    found = registry.monitors.get(row.monitor) if isinstance(row, Finding) else None
    names = found.ended_by if found else of.done_by
    return tuple(registry.acts[name] for name in names)
