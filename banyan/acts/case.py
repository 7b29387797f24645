"""One asking of an act, as the door, the record and the duties see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from banyan.acts.act import Act, Asked
from banyan.acts.actor import Actor, Held


@dataclass(frozen=True)
class Case:
    """Who asks which act on what, with which inputs, when (一次行为)."""

    act: Act
    actor: Actor
    held: Held | None
    on: Any
    asked: Asked
    values: Mapping[str, Any]
    at: datetime
    key: str | None = None

    def things(self) -> list[Any]:
        """The objects acted on, one or many."""
        return self.on if isinstance(self.on, list) else [self.on]
