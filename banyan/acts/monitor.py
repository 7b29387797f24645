"""A monitor: a read-only query that yields lapses, each with a stable key."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

from banyan.acts import registry
from banyan.kit.sentence import Sentence
from banyan.law.norms import Norm

NO_FACTS: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Lapse:
    """A fact against a norm (违规事实): ``key`` names it for as long as it lasts; ``body`` answers for it.

    ``norm`` is said only where it is another than the monitor's own.
    """

    key: str
    body: int
    noun: str
    object_id: int | None
    title: str
    because: Sentence
    facts: dict[str, Any] = field(default_factory=dict)
    norm: str = ""


def lapse_of(
    thing: Any, key: str, because: Sentence, *, body: int | None = None, facts: Mapping[str, Any] = NO_FACTS
) -> Lapse:
    """A lapse that a thing shows, named by ``key`` and its number; its own body answers unless another is named."""
    return Lapse(
        key=f"{key}/{thing.pk}",
        body=thing.body_id if body is None else body,
        noun=thing._meta.label_lower,
        object_id=thing.pk,
        title=str(thing),
        because=because,
        facts=dict(facts),
    )


Watch = Callable[[datetime], Iterable[Lapse]]


@dataclass(frozen=True)
class Monitor:
    """Looks for the lapses of one norm (监测); the acts that end a lapse are on the object that it names."""

    name: str
    norm: Norm
    title: str
    watch: Watch
    ended_by: tuple[str, ...] = ()


def monitor(norm: str, *, title: str, ended_by: tuple[str, ...] = ()) -> Callable[[Watch], Monitor]:
    """Declare a monitor under a norm; its name is ``part.function``; ``ended_by`` names acts on its objects."""

    def declare(watch: Watch) -> Monitor:
        part = watch.__module__.split(".")[1]
        made = Monitor(f"{part}.{watch.__name__}", Norm(norm), title, watch, ended_by)
        registry.monitors.add(made.name, made)
        return made

    return declare
