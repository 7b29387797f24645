"""Which norms work: for each, its mechanisms in the software, the tests that prove them, how often they ran."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from banyan.kit.sentence import say
from banyan.law.norms import Article, Norm
from banyan.law.pack import Pack
from banyan.law.problems import LawError

State = Literal["works", "not yet"]
MechanismKind = Literal["act", "rule", "duty", "monitor", "reaction", "definition", "figure", "page"]
"""What can carry out a norm in the software (机制)."""


@dataclass(frozen=True, order=True)
class Mechanism:
    """One mechanism, named as the code names it, e.g. the act ``exchange.grant_share``."""

    kind: MechanismKind
    name: str


@dataclass(frozen=True)
class CoverageRow:
    """How one norm stands (落实情况); ``state`` is “works” once it has a mechanism and a test."""

    id: str
    article: Article
    mechanism: tuple[Mechanism, ...]
    tests: tuple[str, ...]
    count: int
    state: State


def coverage(
    pack: Pack, mechanisms: Mapping[str, Sequence[Mechanism]], counts: Mapping[str, int]
) -> list[CoverageRow]:
    """One row for each norm of the pack, in the order of its articles.

    ``mechanisms`` and ``counts`` go by norm key. What carries a norm that the pack dropped is left out;
    a key that the pack does not know at all is a mistake in the code and raises `LawError`.
    """
    unknown = sorted(key for key in {*mechanisms, *counts} if not pack.knows(Norm(key)))
    if unknown:
        raise LawError(
            say(
                "The software cites norms that the pack «{pack}» does not know: {keys}.",
                pack=pack.id,
                keys=", ".join(unknown),
            )
        )
    return [
        _row(
            norm,
            provision.article,
            mechanisms.get(norm.key, ()),
            pack.tests.get(norm, ()),
            counts.get(norm.key, 0),
        )
        for norm, provision in pack.provisions.items()
    ]


def _row(
    norm: Norm, article: Article, mechanisms: Sequence[Mechanism], tests: tuple[str, ...], count: int
) -> CoverageRow:
    state: State = "works" if mechanisms and tests else "not yet"
    return CoverageRow(norm.key, article, tuple(sorted(set(mechanisms))), tests, count, state)


def missing_tests(pack: Pack, root: Path) -> list[str]:
    """The tests that ``coverage.csv`` names but that are not under ``root``, as pytest node ids.

    A node id counts as there if its file defines each class or function it names.
    """
    named = sorted({test for tests in pack.tests.values() for test in tests})
    return [test for test in named if not _is_there(test, root)]


def _is_there(test: str, root: Path) -> bool:
    file, *names = test.partition("[")[0].split("::")
    path = root / file
    if not names or not path.is_file():
        return False
    source = path.read_text("utf-8")
    return all(re.search(rf"(?:def|class) {re.escape(name)}\b", source) for name in names)
