"""Rules of article 15.1 on basic databases: who plans them, their kinds and keys, who builds them."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say

KEYS = {
    "population": "citizen_number",
    "legal_persons": "credit_code",
    "geography": "region_code",
    "macro_economy": "indicator_code",
    "culture": "cultural_number",
    "archives": "archive_number",
    "exchange": "catalogue_code",
}
"""The key of each fixed kind of article 15.1; an extension names its own."""


@dataclass(frozen=True)
class DatabaseFacts:
    """What the rules may know of a basic database or of a city's instance, and of who builds it."""

    is_provincial_office: bool
    manages_a_city: bool
    county_may_build: bool
    manages_a_county: bool
    standing: str
    mode: str
    sources: int
    instances: int
    has_instance: bool


@rule("15.1-b")
def basic_database_is_planned_by_the_provincial_office(facts: DatabaseFacts, asked: Any) -> Objection | None:
    if facts.is_provincial_office:
        return None
    return refuse(
        say("The provincial office alone plans basic databases and the catalogue and exchange system."),
        instead=say(
            "Propose it to the provincial office; a city declares its own instance of what is planned."
        ),
    )


@rule("15.1-a")
def kind_is_planned_once(facts: DatabaseFacts, asked: Any) -> Objection | None:
    if not facts.standing:
        return None
    return refuse(
        say("The province has one of this kind: {name}.", name=facts.standing),
        instead=say("Name further sources of that one, or plan an extension."),
    )


@rule("15.1-a")
def key_is_that_of_its_kind(facts: DatabaseFacts, asked: Any) -> Objection | None:
    own = KEYS.get(asked.kind, "")
    key = asked.row_key or own
    if asked.kind is None or (key and key == (own or key)):
        return None
    return refuse(
        say("The key must be that by which rows of this kind are found everywhere."),
        instead=say("Leave the key empty for the fixed kinds; for an extension choose one."),
    )


@rule("15.1-a")
def database_has_sources(facts: DatabaseFacts) -> Objection | None:
    if facts.sources:
        return None
    return refuse(
        say("No resource is named as its source."),
        instead=say("Name the resources of the catalogue that it is made of."),
    )


@rule("15.1-c")
def instance_is_built_by_a_city(facts: DatabaseFacts, asked: Any) -> Objection | None:
    if facts.manages_a_city or (facts.manages_a_county and facts.county_may_build):
        return None
    return refuse(
        say("Only the provincial office and the managing departments of cities build basic databases."),
        instead=say("Use the basic database of the province or the city by a share request."),
    )


@rule("15.1-c")
def database_is_built_separately(facts: DatabaseFacts, asked: Any) -> Objection | None:
    if facts.mode in {"", "separate"}:
        return None
    return refuse(
        say("This database is built once, by the provincial office."),
        instead=say(
            "Use it by a share request, or ask the provincial office to let cities build their part."
        ),
    )


@rule("15.1-c")
def no_city_is_left_with_an_instance(facts: DatabaseFacts, asked: Any) -> Objection | None:
    if asked.mode != "one" or not facts.instances:
        return None
    return refuse(
        say("{n} cities run an instance of it.", n=facts.instances),
        instead=say("Have them take their data into the database of the province and close their instances."),
    )


@rule("15.1-c")
def instance_is_declared_once(facts: DatabaseFacts, asked: Any) -> Objection | None:
    if not facts.has_instance:
        return None
    return refuse(
        say("Your city has an instance of this database."),
        instead=say("Close that one first, or keep to it."),
    )


@rule("15.1-c")
def upward_synchronisation_is_declared(facts: DatabaseFacts, asked: Any) -> Objection | None:
    if asked.synchronisation and asked.cycle and asked.cycle != "other":
        return None
    return refuse(
        say("It is not said how and how often the instance reaches the province."),
        instead=say("State the way of synchronisation and its cycle."),
    )
