"""A rule: a pure function that may object to an act in the name of one norm."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Met, Objection, Refusal
from banyan.kit.sentence import Sentence
from banyan.law.norms import Norm

Judge = Callable[..., Objection | Met | None]


@dataclass(frozen=True)
class Condition:
    """One row of a gate (条件): what the rule demands, and the refusal in its name or what shows that it is met."""

    rule: "Rule"
    refusal: Refusal | None
    evidence: Sentence | None

    @property
    def holds(self) -> bool:
        return self.refusal is None


@dataclass(frozen=True)
class Rule:
    """A prohibition or condition of the law (规则).

    A judge of one argument ``(facts)`` is a precondition, known before anything is asked;
    one of two ``(facts, asked)`` also looks at what is asked.
    """

    name: str
    norm: Norm
    judge: Judge
    precondition: bool
    unstorable: bool = False
    demand: str = ""

    def check(self, facts: Any, asked: Any) -> Refusal | None:
        """The refusal in this rule's name, or None when it has nothing against it."""
        return self.condition(facts, asked).refusal

    def condition(self, facts: Any, asked: Any) -> Condition:
        """How the rule stands: refused, or met and by what."""
        answer = self.judge(facts) if self.precondition else self.judge(facts, asked)
        if not isinstance(answer, Objection):
            return Condition(self, None, answer.evidence if answer else None)
        refusal = Refusal(self.norm, self.name, answer.because, answer.instead, answer.fix, self.unstorable)
        return Condition(self, refusal, None)

    def __call__(self, facts: Any, asked: Any = None) -> Refusal | None:
        return self.check(facts, asked)


def rule(norm: str, *, unstorable: bool = False) -> Callable[[Judge], Rule]:
    """Declare a rule under a norm; its name is ``part.function``.

    The docstring is the demand in words, as a gate's row shows it.
    What an ``unstorable`` rule objects to must not be kept anywhere: the record of the attempt holds no word of it.
    """

    def declare(judge: Judge) -> Rule:
        part = judge.__module__.split(".")[1]
        arity = len(inspect.signature(judge).parameters)
        return Rule(
            f"{part}.{judge.__name__}",
            Norm(norm),
            judge,
            precondition=arity == 1,
            unstorable=unstorable,
            demand=" ".join((judge.__doc__ or "").split()),
        )

    return declare
