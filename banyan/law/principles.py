"""The principles of the Measures, and which norms serve each of them."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from banyan.kit.sentence import say
from banyan.law.languages import either
from banyan.law.norms import Norm
from banyan.law.tables import Table, tables_of


@dataclass(frozen=True)
class Principle:
    """One principle (原则): the norm that states it, its name, and the groups of norm keys that serve it."""

    norm: Norm
    zh: str
    en: str
    groups: frozenset[str]

    def called(self, language: str) -> str:
        """Its name, e.g. 充分共享 or full sharing."""
        return either(language, self.zh, self.en)

    def covers(self, norm: Norm) -> bool:
        """Whether the norm serves it; the norm that states it does."""
        return norm == self.norm or not self.groups.isdisjoint(norm.groups)


def read_principles(header: Table, known: AbstractSet[Norm]) -> tuple[Principle, ...]:
    """The principles that ``pack.toml`` lists, in its order; norms that no pack has are noted."""
    cells = header.cells.get("principles", {})
    if not isinstance(cells, dict):
        header.note(say('Write each principle as a table of its own, like [principles."3.1-a"].'))
        return ()
    groups = {group for norm in known for group in norm.groups}
    found = []
    for key, table in tables_of(header.where, cells, header.problems, "principles."):
        table.only(("zh", "en", "norms"))
        norms = table.texts("norms")
        for group in sorted({key, *norms} - groups):
            table.note(say("There is no norm under «{group}».", group=group))
        if key in groups:
            found.append(Principle(Norm(key), table.text("zh"), table.text("en"), frozenset(norms)))
    return tuple(found)
