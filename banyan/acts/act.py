"""An act, declared once; form, endpoint, button, permission, duty and ledger entry follow from it."""

import string
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Required, TypedDict, Unpack

from banyan.acts import registry
from banyan.acts.asks import Shape, shape_of
from banyan.acts.by import By, parse_by
from banyan.acts.due import Due
from banyan.acts.governed import Governed
from banyan.acts.rule import Rule
from banyan.law.norms import Norm


@dataclass(frozen=True)
class Moves:
    """The states an act leads from and to; none of either for an act that makes or only notes something."""

    sources: frozenset[str]
    targets: tuple[str, ...]
    creates: bool

    @property
    def to(self) -> str:
        return self.targets[0] if len(self.targets) == 1 else ""


def parse_moves(text: str) -> Moves:
    """Read ``submitted -> granted``, ``-> submitted`` (makes one) or ``active`` (stays); ``a, b -> c | d``."""
    left, arrow, right = text.partition("->")
    sources = frozenset(word.strip() for word in left.split(",") if word.strip())
    targets = tuple(word.strip() for word in right.split("|") if word.strip())
    return Moves(sources, targets, creates=bool(arrow) and not sources)


class Declared(TypedDict, total=False):
    """What is said of an act where it is declared (行为声明)."""

    under: Required[str | Sequence[str]]
    """The norm or norms."""

    by: Required[str]
    """Who: see ``banyan.acts.by``."""

    on: Required[type[Governed]]
    moves: Required[str]
    """The states: see ``parse_moves``."""

    says: Required[str]
    """The sentence of the entry."""

    title: Required[str]
    """The button, a verb; the docstring of the change is its help."""

    rules: Sequence[Rule]
    facts: Callable[..., Any] | None
    """``facts(on, asked)`` gathers what the rules may know in few queries."""

    due: Due | None
    over: bool
    """It may run over a selection, as one entry."""

    four_eyes: str | None
    """Who must confirm it as the second person."""

    tone: str
    gate: bool
    """Its preconditions are shown as one table, each with its demand, article, evidence and fix."""

    reverse: str | None
    """The act that undoes it."""

    locks: Sequence[str]
    """What is locked besides the object while the act is judged and done, such as ``line.project``.

    Each step leads from the object, or from an input if the act makes one. It is needed where two acts on different
    objects must not both rest on what they saw before the other: payments out of one line, a payment and a hold.
    """


@dataclass(frozen=True, eq=False, kw_only=True)
class Act:
    """One governed change (行为): who may do it, on what, under which norm, and what it changes.

    There is no way to call the change itself: ``perform`` of ``banyan.acts.door`` is the one door.
    """

    name: str
    under: tuple[Norm, ...]
    by: By
    on: type[Governed]
    moves: Moves
    says: str
    title: str
    help: str
    shape: Shape
    rules: tuple[Rule, ...] = ()
    facts: Callable[..., Any] | None = None
    due: Due | None = None
    over: bool = False
    four_eyes: By | None = None
    tone: str = ""
    gate: bool = False
    reverse: str | None = None
    locks: tuple[str, ...] = ()
    change: Callable[..., Any]

    @property
    def part(self) -> str:
        return self.name.split(".")[0]

    @property
    def verb(self) -> str:
        return self.name.split(".")[1]

    @property
    def slug(self) -> str:
        """The verb as it stands in addresses: ``grant-share``."""
        return self.verb.replace("_", "-")

    @property
    def noun(self) -> str:
        return self.on._meta.label_lower

    @property
    def norm(self) -> Norm:
        """The first norm: the one that the act is cited under."""
        return self.under[0]

    def words(self) -> list[str]:
        """The fields that the sentence wants, such as ``by`` or ``on.consumer``."""
        return [field for _, field, _, _ in string.Formatter().parse(self.says) if field]

    def leads_from(self, state: str) -> bool:
        return not self.moves.sources or state in self.moves.sources or "*" in self.moves.sources

    def __repr__(self) -> str:
        return f"<act {self.name}>"


def act(**said: Unpack[Declared]) -> Callable[[Callable[..., Any]], Act]:
    """Declare an act and put it into the registry; its inputs are those of the change."""

    def declare(change: Callable[..., Any]) -> Act:
        part = change.__module__.split(".")[1]
        made = Act(
            name=f"{part}.{change.__name__}",
            help=" ".join((change.__doc__ or "").split()),
            shape=shape_of(change),
            change=change,
            **_read(said),
        )
        registry.acts.add(made.name, made)
        return made

    return declare


def _read(said: Declared) -> dict[str, Any]:
    """The fields of an act, where what was said in words is read."""
    under, second = said["under"], said.get("four_eyes")
    return {
        **said,
        "under": tuple(Norm(norm) for norm in ((under,) if isinstance(under, str) else under)),
        "by": parse_by(said["by"]),
        "moves": parse_moves(said["moves"]),
        "four_eyes": parse_by(second) if second else None,
        "rules": tuple(said.get("rules", ())),
        "locks": tuple(said.get("locks", ())),
    }


class Asked:
    """What is asked of an act: its inputs by name, the office that asks, the actor and the moment.

    An input that has not been given yet reads as None, so that preconditions can be judged before the form is
    filled in.
    """

    def __init__(self, values: Mapping[str, Any], *, by: Any, actor: Any, at: Any) -> None:
        self.__dict__.update(values)
        self.by = by
        self.actor = actor
        self.at = at

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return None
