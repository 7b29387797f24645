"""All acts, rules, monitors, reactions, registers and figures by name; closed once the parts are loaded."""

from collections.abc import Iterator
from typing import Any, Generic, TypeVar

V = TypeVar("V")


class Registry(Generic[V]):
    """Names and what they stand for; a name is given once, and none after the start."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.closed = False
        self._known: dict[str, V] = {}

    def add(self, name: str, thing: V) -> V:
        if self.closed:
            raise RuntimeError(f"The registry of {self.kind} is closed: {name} comes too late.")
        if name in self._known:
            raise RuntimeError(f"The {self.kind} {name} is declared twice.")
        self._known[name] = thing
        return thing

    def get(self, name: str) -> V | None:
        return self._known.get(name)

    def __getitem__(self, name: str) -> V:
        return self._known[name]

    def __contains__(self, name: str) -> bool:
        return name in self._known

    def __iter__(self) -> Iterator[V]:
        return iter(self._known.values())

    def __len__(self) -> int:
        return len(self._known)


acts: Registry[Any] = Registry("acts")
monitors: Registry[Any] = Registry("monitors")
reactions: Registry[Any] = Registry("reactions")
registers: Registry[Any] = Registry("registers")
places: Registry[Any] = Registry("addresses")
figures: Registry[Any] = Registry("figures")
finders: Registry[Any] = Registry("finders")
definitions: list[tuple[str, str, str]] = []
"""Norms that a definition, figure, page or record carries out: the norm, which of these, and its name in the code."""

beside: list[tuple[str, Any]] = []
"""What parts above show on the page of a noun: the noun, and a small table, a chart or a way on."""


def close() -> None:
    """No name may be added from here on."""
    for one in (acts, monitors, reactions, registers, places, figures, finders):
        one.closed = True


def carries(kind: str, name: str, *norms: str) -> None:
    """Say that a definition, figure, page or record of this name carries out these norms."""
    definitions.extend((norm, kind, name) for norm in norms)


def acts_on(noun: str) -> list[Any]:
    """Every act on this noun, in the order of declaration."""
    return [one for one in acts if one.noun == noun]
