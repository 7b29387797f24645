"""An act, declared once; form, endpoint, button, permission, duty and ledger entry follow from it."""

import string
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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


@dataclass(frozen=True, eq=False)
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
    rules: tuple[Rule, ...]
    facts: Callable[..., Any] | None
    due: Due | None
    over: bool
    four_eyes: By | None
    tone: str
    gate: bool
    reverse: str | None
    locks: tuple[str, ...]
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


def act(
    *,
    under: str | Sequence[str],
    by: str,
    on: type[Governed],
    moves: str,
    says: str,
    title: str,
    rules: Sequence[Rule] = (),
    facts: Callable[..., Any] | None = None,
    due: Due | None = None,
    over: bool = False,
    four_eyes: str | None = None,
    tone: str = "",
    gate: bool = False,
    reverse: str | None = None,
    locks: Sequence[str] = (),
) -> Callable[[Callable[..., Any]], Act]:
    """Declare an act and put it into the registry.

    ``under``: the norm or norms; ``by``: who (see ``banyan.acts.by``); ``moves``: the states; ``says``: the
    sentence of the entry; ``title``: the button, a verb; the docstring is its help. ``facts(on, asked)`` gathers
    what the rules may know in few queries. ``over`` lets it run over a selection as one entry. ``four_eyes``:
    who must confirm it as the second person. ``gate`` shows its preconditions as one table, each
    with its demand, article, evidence and fix. ``reverse``: the act that undoes it. ``locks``: what is locked
    besides the object while the act is judged and done, such as ``line.project``: each step from the object, or
    from an input if the act makes one. It is needed where two acts on different objects must not both rest on
    what they saw before the other: payments out of one line, a payment and a hold.
    """

    def declare(change: Callable[..., Any]) -> Act:
        part = change.__module__.split(".")[1]
        norms = (under,) if isinstance(under, str) else tuple(under)
        made = Act(
            name=f"{part}.{change.__name__}",
            under=tuple(Norm(norm) for norm in norms),
            by=parse_by(by),
            on=on,
            moves=parse_moves(moves),
            says=says,
            title=title,
            help=" ".join((change.__doc__ or "").split()),
            shape=shape_of(change),
            rules=tuple(rules),
            facts=facts,
            due=due,
            over=over,
            four_eyes=parse_by(four_eyes) if four_eyes else None,
            tone=tone,
            gate=gate,
            reverse=reverse,
            locks=tuple(locks),
            change=change,
        )
        registry.acts.add(made.name, made)
        return made

    return declare


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
