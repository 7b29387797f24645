"""Where the values of a pack come from: laws, regulations, standards, and what its editor decided."""

from collections.abc import Mapping
from dataclasses import dataclass

from banyan.kit.sentence import say
from banyan.law.languages import either
from banyan.law.tables import Table, tables_of


@dataclass(frozen=True)
class Source:
    """One source (依据): its key in ``pack.toml``, its titles, and where it was read."""

    key: str
    zh: str
    en: str
    link: str = ""

    def title(self, language: str) -> str:
        """The title in ``language``."""
        return either(language, self.zh, self.en)


NOWHERE = Source("", "", "")


def read_sources(header: Table) -> dict[str, Source]:
    """The sources that ``pack.toml`` lists, by key."""
    cells = header.cells.get("sources", {})
    if not isinstance(cells, dict):
        header.note(say("Write each source as a table of its own, like [sources.licensing]."))
        return {}
    return {key: _source(key, table) for key, table in tables_of(header.where, cells, header.problems)}


def _source(key: str, table: Table) -> Source:
    table.only(("zh", "en", "link"))
    return Source(key, table.text("zh"), table.text("en"), table.text("link", needed=False))


def source_of(table: Table, sources: Mapping[str, Source]) -> Source:
    """The source that a table names; one that is missing or not listed is noted."""
    key = table.cells.get("source")
    if isinstance(key, str) and key in sources:
        return sources[key]
    table.note(say("«source» must name one of the sources that pack.toml lists."))
    return NOWHERE
