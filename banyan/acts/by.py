"""Which body's which office may do an act, read from a line such as ``resource.provider : data_officer``.

resource.provider : data_officer            the data officer of the body at on.resource.provider
own : form_designer                         a form designer, for the officer's own body
self : head                                 the object is itself the body
own managing_department province : leader   only in a body of this kind and level
provider : data_officer | machine           either; ``machine`` is the system itself
"""

from dataclasses import dataclass
from typing import Any

from banyan.acts.actor import Actor, Held

MACHINE = Held(0, "machine", 0, "Banyan", "machine", "", "")


def _first(on: Any) -> Any:
    """The object, or the first of a selection."""
    return on[0] if isinstance(on, list) else on


def _along(step: Any, path: str) -> Any:
    """What a dotted path leads to; None where it breaks off."""
    for name in filter(None, path.split(".")):
        if step is None:
            return None
        step = getattr(step, name)
    return step


@dataclass(frozen=True)
class Place:
    """One alternative: where the body stands, what it must be, and which offices may act."""

    path: str
    demands: frozenset[str]
    offices: frozenset[str]

    def body(self, on: Any) -> int | None:
        """The number of the body that ``path`` leads to from the object, or None for the actor's own body."""
        if self.path == "own" or on is None:
            return None
        if self.path == "self":
            return int(_first(on).pk)
        way, _, last = self.path.rpartition(".")
        holder = _along(_first(on), way)
        if holder is None:
            return None
        found = getattr(holder, f"{last}_id", None) or getattr(holder, last)
        return found if found is None or isinstance(found, int) else int(found.pk)

    def named(self, on: Any) -> Any:
        """The body itself where the object leads to it, its number where it knows no more; None as in ``body``."""
        if self.path == "own" or on is None:
            return None
        return _along(_first(on), "" if self.path == "self" else self.path)

    def meant_for(self, held: Held) -> bool:
        """Whether a body of this kind and level may be the one."""
        return self.demands <= {held.body_kind, held.level}

    def fits(self, held: Held, on: Any) -> bool:
        if not self.meant_for(held):
            return False
        things = on if isinstance(on, list) else [on]
        return self.path == "own" or all(held.body == self.body(one) for one in things)


@dataclass(frozen=True)
class By:
    """Who may do an act (权限): the places tried in order, and whether the system may."""

    text: str
    places: tuple[Place, ...]
    machine: bool

    def held(self, actor: Actor, on: Any) -> Held | None:
        """The office in which the actor may do it on this object, or None."""
        if actor.machine:
            return MACHINE if self.machine else None
        for place in self.places:
            for held in actor.holding(place.offices):
                if place.fits(held, on):
                    return held
        return None

    def concerns(self, actor: Actor) -> bool:
        """Whether the actor holds an office that could do it on some object."""
        return any(place.meant_for(held) for place in self.places for held in actor.holding(place.offices))

    def names(self, actor: Actor) -> bool:
        """Whether it is the work of an office that the actor holds, not of just any office."""
        return any(
            place.meant_for(held)
            for place in self.places
            if place.offices
            for held in actor.holding(place.offices)
        )


def parse_by(text: str) -> By:
    """Read the line of a declaration; ValueError when it is not of the form above."""
    places: list[Place] = []
    machine = False
    for alternative in text.split("|"):
        where, colon, offices = (part.strip() for part in alternative.partition(":"))
        if where == "machine" and not colon:
            machine = True
            continue
        if not (where and colon and offices):
            raise ValueError(f"by={text!r}: write «path : office» or «machine».")
        path, *demands = where.split()
        kinds = frozenset(office.strip() for office in offices.split(","))
        places.append(Place(path, frozenset(demands), frozenset() if "any" in kinds else kinds))
    return By(text, tuple(places), machine)
