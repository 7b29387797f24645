"""Which norms work: for each, its mechanisms in the software, the tests that prove them, how often they ran."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from banyan.kit.sentence import say
from banyan.law.norms import Article, Norm
from banyan.law.pack import Pack
from banyan.law.problems import LawError

State = Literal["works", "not yet"]


class MechanismKind(StrEnum):
    """What kind of thing carries out a norm (机制类型)."""

    ACT = "act"
    RULE = "rule"
    DUTY = "duty"
    MONITOR = "monitor"
    REACTION = "reaction"
    DEFINITION = "definition"
    FIGURE = "figure"
    PAGE = "page"
    RECORD = "record"


@dataclass(frozen=True, order=True)
class Mechanism:
    """One mechanism (机制), named as the code names it, e.g. the act ``exchange.grant_share``."""

    kind: MechanismKind
    name: str

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


@dataclass(frozen=True)
class CoverageRow:
    """How one norm stands (落实情况); ``state`` is “works” once it has a mechanism and a test.

    ``principles`` are the keys of the principles that it serves.
    """

    id: str
    article: Article
    mechanisms: tuple[Mechanism, ...]
    tests: tuple[str, ...]
    count: int
    state: State
    principles: tuple[str, ...] = ()

    @property
    def mechanism(self) -> tuple[str, ...]:
        """The mechanisms in words, e.g. “act exchange.grant_share”."""
        return tuple(str(each) for each in self.mechanisms)

    def plain(self) -> dict[str, Any]:
        """The row as JSON carries it."""
        return {
            "id": self.id,
            "article": self.article.reference,
            "mechanism": list(self.mechanism),
            "tests": list(self.tests),
            "count": self.count,
            "state": self.state,
            "principles": list(self.principles),
        }


def coverage(
    pack: Pack, mechanisms: Mapping[Norm, Sequence[Mechanism]], counts: Mapping[str, int]
) -> list[CoverageRow]:
    """One row for each norm of the pack, in the order of its articles.

    ``counts`` says how often each mechanism ran, by its name; a norm's count is that of its mechanisms.
    What carries a norm that the pack dropped is left out; a norm that the pack does not know at all is a
    mistake in the software and raises `LawError`.
    """
    unknown = sorted(norm.key for norm in mechanisms if not pack.knows(norm))
    if unknown:
        raise LawError(
            say(
                "The software cites norms that the pack «{pack}» does not know: {keys}.",
                pack=pack.id,
                keys=", ".join(unknown),
            )
        )
    return [_row(pack, norm, mechanisms.get(norm, ()), counts) for norm in pack.provisions]


def _row(pack: Pack, norm: Norm, mechanisms: Sequence[Mechanism], counts: Mapping[str, int]) -> CoverageRow:
    tests = pack.tests.get(norm, ())
    return CoverageRow(
        id=norm.key,
        article=pack.article(norm),
        mechanisms=tuple(sorted(set(mechanisms))),
        tests=tests,
        count=sum(counts.get(name, 0) for name in {each.name for each in mechanisms}),
        state="works" if mechanisms and tests else "not yet",
        principles=tuple(one.norm.key for one in pack.principles_of(norm)),
    )
