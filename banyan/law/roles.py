"""The roles of the Measures: keys that code uses, and the names that the law and its reforms give them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from banyan.law.languages import either
from banyan.law.problems import Problems
from banyan.law.sources import Source, source_of
from banyan.law.tables import Table, tables_of
from banyan.law.units import Certainty


class Group(StrEnum):
    """What kind of actor a role is (角色类别)."""

    GOVERNMENT = "government"
    MANAGER = "manager"
    UNIT = "unit"
    OUTSIDE = "outside"
    SERVICE = "service"
    SPECIALIST = "specialist"
    FRONT_LINE = "front_line"
    PERSON = "person"


class Level(StrEnum):
    """The level of administration at which a role acts (层级)."""

    NATION = "nation"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"
    COMMUNITY = "community"
    ANY = "any"


@dataclass(frozen=True)
class Alias:
    """Another name of a role (别称), in use from ``since`` (None: no day known) by ``source``."""

    zh: str
    en: str
    since: date | None
    source: Source
    certainty: Certainty

    def name(self, language: str) -> str:
        """The name in ``language``."""
        return either(language, self.zh, self.en)


@dataclass(frozen=True)
class Role:
    """One role (角色): a stable key, the pack's own words for it, where it acts, and its other names."""

    key: str
    zh: str
    en: str
    group: Group
    level: Level
    aliases: tuple[Alias, ...] = ()

    def name(self, language: str) -> str:
        """The pack's own word for the role."""
        return either(language, self.zh, self.en)

    def called(self, on: date, language: str) -> str:
        """The name in use on that day: the latest dated alias, otherwise the pack's own word."""
        latest = self.alias(on)
        return latest.name(language) if latest else self.name(language)

    def alias(self, on: date) -> Alias | None:
        """The latest dated alias in use on that day; None while the pack's own word is used."""
        names = [(each.since, each) for each in self.aliases if each.since and each.since <= on]
        return max(names, key=lambda pair: pair[0])[1] if names else None


def read_roles(
    cells: Mapping[str, Any], sources: Mapping[str, Source], problems: Problems
) -> dict[str, Role]:
    """The roles of ``roles.toml`` by key; mistakes go to ``problems``."""
    return {key: _role(key, table, sources) for key, table in tables_of("roles.toml", cells, problems)}


def _role(key: str, table: Table, sources: Mapping[str, Source]) -> Role:
    table.only(("zh", "en", "group", "level", "aliases"))
    aliases = tuple(_alias(line, sources) for line in table.tables("aliases", needed=False))
    group, level = table.choice("group", Group), table.choice("level", Level)
    return Role(key, table.text("zh"), table.text("en"), group, level, aliases)


def _alias(line: Table, sources: Mapping[str, Source]) -> Alias:
    line.only(("zh", "en", "from", "source", "certainty"))
    certainty = line.choice("certainty", Certainty)
    return Alias(line.text("zh"), line.text("en"), line.day("from"), source_of(line, sources), certainty)
