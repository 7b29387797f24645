"""Who acts: a person in an office of a body, or the system itself."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Held:
    """An office held today (岗位): its kind and the body it belongs to."""

    office: int
    kind: str
    body: int
    body_name: str
    body_kind: str
    level: str
    region: str


@dataclass(frozen=True)
class Actor:
    """Whoever performs acts (经办人), with the offices held at this moment."""

    officer: int | None
    name: str
    offices: tuple[Held, ...] = ()
    machine: bool = False

    @property
    def bodies(self) -> frozenset[int]:
        return frozenset(held.body for held in self.offices)

    def holding(self, kinds: frozenset[str]) -> Iterator[Held]:
        """The offices of these kinds; every office when ``kinds`` is empty."""
        return (held for held in self.offices if not kinds or held.kind in kinds)


SYSTEM = Actor(officer=None, name="Banyan", machine=True)
ANYONE = Actor(officer=None, name="")
