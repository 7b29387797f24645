"""A refusal: what the law says against an act, and how to do it lawfully."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from banyan.kit.sentence import Sentence
from banyan.law.norms import Norm


@dataclass(frozen=True)
class Fix:
    """The lawful way as something to press: an act by name, the object it is done on, and inputs to begin with."""

    act: str
    on: int | None = None
    given: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Refusal:
    """One reason against an act (不予理由): the norm, the fact, the lawful way."""

    norm: Norm
    rule: str
    because: Sentence
    instead: Sentence
    fix: Fix | None = None
    unstorable: bool = False

    def __str__(self) -> str:
        return f"[{self.norm}] {self.because} {self.instead}"


@dataclass(frozen=True)
class Objection:
    """What a rule answers when it objects; the rule's own norm and name make it a refusal."""

    because: Sentence
    instead: Sentence
    fix: Fix | None = None


@dataclass(frozen=True)
class Met:
    """What a rule answers when its demand is met and there is something to show for it (依据): a gate's green row."""

    evidence: Sentence


def met(evidence: Sentence) -> Met:
    """Say that the demand is met, and by what."""
    return Met(evidence)


def refuse(because: Sentence, *, instead: Sentence, fix: Fix | None = None) -> Objection:
    """Object to an act: ``because`` names the fact, ``instead`` the lawful way."""
    return Objection(because, instead, fix)
