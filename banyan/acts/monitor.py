"""A monitor: a read-only query that yields lapses, each with a stable key."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from banyan.acts import registry
from banyan.kit.sentence import Sentence
from banyan.law.norms import Norm


@dataclass(frozen=True)
class Lapse:
    """A fact against a norm (违规事实): ``key`` names it for as long as it lasts; ``body`` answers for it.

    ``norm`` is given where it is not the monitor's own.
    """

    key: str
    body: int
    noun: str
    object_id: int | None
    title: str
    because: Sentence
    facts: dict[str, Any] = field(default_factory=dict)
    norm: str = ""


Watch = Callable[[datetime], Iterable[Lapse]]


@dataclass(frozen=True)
class Monitor:
    """Looks for the lapses of one norm (监测)."""

    name: str
    norm: Norm
    title: str
    watch: Watch


def monitor(norm: str, *, title: str) -> Callable[[Watch], Monitor]:
    """Declare a monitor under a norm; its name is ``part.function``."""

    def declare(watch: Watch) -> Monitor:
        part = watch.__module__.split(".")[1]
        made = Monitor(f"{part}.{watch.__name__}", Norm(norm), title, watch)
        registry.monitors.add(made.name, made)
        return made

    return declare
