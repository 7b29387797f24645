"""A rule: a pure function that may object to an act in the name of one norm."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, Refusal
from banyan.law.norms import Norm

Judge = Callable[..., Objection | None]


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

    def check(self, facts: Any, asked: Any) -> Refusal | None:
        """The refusal in this rule's name, or None when it has nothing against it."""
        objection = self.judge(facts) if self.precondition else self.judge(facts, asked)
        if objection is None:
            return None
        return Refusal(
            self.norm, self.name, objection.because, objection.instead, objection.fix, self.unstorable
        )

    def __call__(self, facts: Any, asked: Any = None) -> Refusal | None:
        return self.check(facts, asked)


def rule(norm: str, *, unstorable: bool = False) -> Callable[[Judge], Rule]:
    """Declare a rule under a norm; its name is ``part.function``.

    What an ``unstorable`` rule objects to must not be kept anywhere: the record of the attempt holds no word of it.
    """

    def declare(judge: Judge) -> Rule:
        part = judge.__module__.split(".")[1]
        arity = len(inspect.signature(judge).parameters)
        return Rule(
            f"{part}.{judge.__name__}", Norm(norm), judge, precondition=arity == 1, unstorable=unstorable
        )

    return declare
