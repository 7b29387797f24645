"""Rules on what a body may propose to build: gate G3 (articles 14, 15, 17, 19 and 20)."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.bodies.kinds import MANAGING
from banyan.kit.sentence import say

MANAGED = {"data_centre", "iot_platform", "grid_platform", "basic_database", "channel"}
"""What only managing departments build (articles 14, 15, 19 and 20)."""

NOT_FOR_COUNTIES = {"data_centre", "iot_platform", "grid_platform", "basic_database"}

LAWFUL_WAY = {
    "data_centre": say("Use the city's government data centre: ask its managing department for hosting."),
    "iot_platform": say("Connect to the platform of the province or the city."),
    "grid_platform": say("Connect to the comprehensive grid platform, and take the information from there."),
    "basic_database": say("Use the basic database of the province or the city by a share request."),
    "channel": say("Put the service on the unified channels: the portal, the app, the hotline."),
    "exchange_platform": say(
        "Register the resources in the catalogue and share them on the provincial platform."
    ),
    "community_terminal": say("Use the shared terminals of the grid and the community platform."),
    "private_network": say("Use the unified government network."),
    "sharing_platform": say("The provincial office alone commissions it; use the one that stands."),
}


@dataclass(frozen=True)
class ProposalFacts:
    """What the rules may know when a project is proposed."""

    body_kind: str
    level: str
    number_taken: bool
    allowed_modes: tuple[str, ...]


def kind_is_allowed(kind: str, body_kind: str, level: str) -> bool:
    if kind in NOT_FOR_COUNTIES and level == "county":
        return False
    if kind in MANAGED:
        return body_kind == MANAGING
    if kind == "sharing_platform":
        return body_kind == MANAGING and level == "province"
    return kind not in {"exchange_platform", "community_terminal", "private_network"} or (
        body_kind == MANAGING and kind == "exchange_platform"
    )


def against_kind(kind: str) -> Objection:
    return refuse(say("This body may not build this."), instead=LAWFUL_WAY[kind])


@rule("14.1-e")
def county_builds_no_centre_or_platform(facts: ProposalFacts, asked: Any) -> Objection | None:
    if facts.level != "county" or asked.kind not in {"data_centre", "iot_platform"}:
        return None
    return refuse(
        say(
            "A county has no data centre and no Internet-of-things platform of its own; it connects to the city's."
        ),
        instead=LAWFUL_WAY[asked.kind],
    )


@rule("14.2-a")
def unit_builds_no_data_centre(facts: ProposalFacts, asked: Any) -> Objection | None:
    if facts.body_kind == MANAGING or asked.kind != "data_centre":
        return None
    return refuse(
        say("A unit may not build, extend or rebuild a data centre without approval."),
        instead=LAWFUL_WAY["data_centre"],
    )


@rule("14.1-c")
def unit_builds_no_platform_of_things(facts: ProposalFacts, asked: Any) -> Objection | None:
    if facts.body_kind == MANAGING or asked.kind != "iot_platform":
        return None
    return refuse(
        say("Only the province and the cities build a platform for the Internet of Things."),
        instead=LAWFUL_WAY["iot_platform"],
    )


@rule("15.1-c")
def unit_builds_no_basic_database(facts: ProposalFacts, asked: Any) -> Objection | None:
    if asked.kind != "basic_database" or kind_is_allowed(asked.kind, facts.body_kind, facts.level):
        return None
    return refuse(
        say("Only the managing departments of the province and the cities build basic databases."),
        instead=LAWFUL_WAY["basic_database"],
    )


@rule("15.2-a")
def unit_builds_no_exchange(facts: ProposalFacts, asked: Any) -> Objection | None:
    if asked.kind != "exchange_platform" or facts.body_kind == MANAGING:
        return None
    return refuse(
        say("A unit may not build a catalogue and exchange system between departments."),
        instead=LAWFUL_WAY["exchange_platform"],
    )


@rule("19.1-b")
def unit_builds_no_grid_platform(facts: ProposalFacts, asked: Any) -> Objection | None:
    if asked.kind != "grid_platform" or (facts.body_kind, facts.level) in {
        (MANAGING, "province"),
        (MANAGING, "city"),
    }:
        return None
    return refuse(
        say("Only the province and the cities build the grid platform."), instead=LAWFUL_WAY["grid_platform"]
    )


@rule("19.1-c")
def unit_deploys_no_community_terminals(facts: ProposalFacts, asked: Any) -> Objection | None:
    if asked.kind != "community_terminal":
        return None
    return refuse(
        say("Units may not develop or deploy terminals of their own in communities."),
        instead=LAWFUL_WAY["community_terminal"],
    )


@rule("20.2-a")
def unit_builds_no_channel(facts: ProposalFacts, asked: Any) -> Objection | None:
    if asked.kind != "channel" or facts.body_kind == MANAGING:
        return None
    return refuse(say("Units may not build service channels of their own."), instead=LAWFUL_WAY["channel"])


@rule("13.2-a")
def nobody_builds_a_private_network(facts: ProposalFacts, asked: Any) -> Objection | None:
    if asked.kind != "private_network":
        return None
    return refuse(say("No new private network is built."), instead=LAWFUL_WAY["private_network"])


@rule("17.1-a")
def office_alone_builds_the_sharing_platform(facts: ProposalFacts, asked: Any) -> Objection | None:
    if asked.kind != "sharing_platform" or (facts.body_kind, facts.level) == (MANAGING, "province"):
        return None
    return refuse(say("The province has one open sharing platform."), instead=LAWFUL_WAY["sharing_platform"])


@rule("17.1-b")
def mode_is_lawful_for_the_kind(facts: ProposalFacts, asked: Any) -> Objection | None:
    if not facts.allowed_modes or not asked.mode or asked.mode in facts.allowed_modes:
        return None
    return refuse(
        say("This may not be built in this mode."),
        instead=say("Lawful modes: {modes}.", modes="、".join(facts.allowed_modes)),
    )


@rule("5.2-b")
def project_number_is_new(facts: ProposalFacts, asked: Any) -> Objection | None:
    if not facts.number_taken:
        return None
    return refuse(
        say("A project of this number is registered."), instead=say("Use the number of this project.")
    )
