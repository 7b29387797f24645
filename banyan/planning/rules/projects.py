"""Rules on projects: gates G3 to G6 and G15 (articles 6, 8, 11 to 22, 24, 32 and 36.2)."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Fix, Met, Objection, met, refuse
from banyan.acts.rule import rule
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


@dataclass(frozen=True)
class ProjectFacts:
    """What the rules of a project's gates may know."""

    pk: int
    kind: str
    mode: str
    body_kind: str
    level: str
    allowed_modes: tuple[str, ...]
    plan_item: str
    plan_in_force: bool
    scheme_filed: bool
    needs_scheme: bool
    needs_key_points: bool
    in_key_points: str
    framework_conformity: str
    similar: tuple[str, ...]
    standards: int
    replaced_standards: tuple[str, ...]
    sharing_plan: str
    resources: int
    unpublished_resources: tuple[str, ...]
    unshared_resources: tuple[str, ...]
    protection: int
    ownership_clause: bool
    is_own_work: bool
    holds: tuple[str, ...]
    systems: int
    idle_systems: tuple[str, ...]
    tests: str
    archives: str
    open_milestones: int
    arranged: bool
    unreadable: tuple[str, ...] = ()
    shares: int = 0


def _kind_is_allowed(kind: str, body_kind: str, level: str) -> bool:
    if kind in NOT_FOR_COUNTIES and level == "county":
        return False
    if kind in MANAGED:
        return body_kind == "managing_department"
    if kind == "sharing_platform":
        return body_kind == "managing_department" and level == "province"
    return kind not in {"exchange_platform", "community_terminal", "private_network"} or (
        body_kind == "managing_department" and kind == "exchange_platform"
    )


def _against_kind(kind: str) -> Objection:
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
    if facts.body_kind == "managing_department" or asked.kind != "data_centre":
        return None
    return refuse(
        say("A unit may not build, extend or rebuild a data centre without approval."),
        instead=LAWFUL_WAY["data_centre"],
    )


@rule("15.2-a")
def unit_builds_no_exchange(facts: ProposalFacts, asked: Any) -> Objection | None:
    if asked.kind != "exchange_platform" or facts.body_kind == "managing_department":
        return None
    return refuse(
        say("A unit may not build a catalogue and exchange system between departments."),
        instead=LAWFUL_WAY["exchange_platform"],
    )


@rule("19.1-b")
def unit_builds_no_grid_platform(facts: ProposalFacts, asked: Any) -> Objection | None:
    if asked.kind != "grid_platform" or (facts.body_kind, facts.level) in {
        ("managing_department", "province"),
        ("managing_department", "city"),
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
    if asked.kind != "channel" or facts.body_kind == "managing_department":
        return None
    return refuse(say("Units may not build service channels of their own."), instead=LAWFUL_WAY["channel"])


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


@rule("3.1-a")
def project_carries_out_a_plan_item(facts: ProjectFacts) -> Objection | Met | None:
    """The project carries out an item of a plan in force."""
    if facts.plan_item and facts.plan_in_force:
        return met(say("{item}", item=facts.plan_item))
    return refuse(
        say("It cites no item of a plan in force."),
        instead=say("Cite the item of the published plan or scheme that it carries out."),
        fix=Fix("planning.complete_project", facts.pk),
    )


@rule("12.1-b")
def scheme_is_filed(facts: ProjectFacts) -> Objection | Met | None:
    """The provincial unit's scheme is filed and issued."""
    if not facts.needs_scheme:
        return met(say("Only provincial units need a scheme."))
    if facts.scheme_filed:
        return met(say("The scheme of the unit is filed and issued."))
    return refuse(
        say("The unit has no filed scheme; what is not filed is not carried out."),
        instead=say("Draft the scheme, file it with the provincial office, and issue it."),
        fix=Fix("planning.draft_plan", None, {"kind": "scheme"}),
    )


@rule("6.1-c")
def project_conforms_with_the_framework(facts: ProjectFacts) -> Objection | Met | None:
    """A statement says how it conforms with the framework and with building once and sharing."""
    if facts.framework_conformity:
        return met(say("{text}", text=facts.framework_conformity[:120]))
    return refuse(
        say("Nothing says how it conforms with the framework."),
        instead=say("State it clause by clause."),
        fix=Fix("planning.complete_project", facts.pk),
    )


@rule("36.2-b")
def project_is_of_a_lawful_kind(facts: ProjectFacts) -> Objection | Met | None:
    """Kind and mode of building are lawful for the body."""
    if not _kind_is_allowed(facts.kind, facts.body_kind, facts.level):
        return _against_kind(facts.kind)
    if facts.allowed_modes and facts.mode not in facts.allowed_modes:
        return refuse(
            say("This may not be built in this mode."),
            instead=say("Lawful modes: {modes}.", modes="、".join(facts.allowed_modes)),
        )
    return met(say("Kind and mode are lawful for this body."))


@rule("18.1-c")
def software_is_in_the_key_points(facts: ProjectFacts) -> Objection | Met | None:
    """Software of a provincial unit stands in the approved key points of the year."""
    if not facts.needs_key_points:
        return met(say("Only software of provincial units needs an entry."))
    if facts.in_key_points:
        return met(say("{entry}", entry=facts.in_key_points))
    return refuse(
        say("It stands in no approved key points."),
        instead=say("Plan the software, have it included in the key points, and wait for their approval."),
        fix=Fix("planning.plan_software"),
    )


@rule("24.1-b")
def no_similar_software_stands(facts: ProjectFacts) -> Objection | Met | None:
    """No software with similar functions stands, or a person has decided that this one differs."""
    if not facts.similar:
        return met(say("Nothing similar in function is left undecided."))
    return refuse(
        say("Similar in function: {others}.", others="、".join(facts.similar)),
        instead=say("Use that software, or have the managing department decide that this one differs."),
    )


@rule("11.1-a")
def standards_are_listed(facts: ProjectFacts) -> Objection | Met | None:
    """The standards that it keeps are listed, and none of them is replaced."""
    if facts.standards and not facts.replaced_standards:
        return met(say("Standards: {n}.", n=facts.standards))
    problem = (
        say("Replaced by newer ones: {standards}.", standards="、".join(facts.replaced_standards))
        if facts.replaced_standards
        else say("No standard is listed.")
    )
    return refuse(
        problem,
        instead=say("List the standards in force that the project keeps."),
        fix=Fix("planning.complete_project", facts.pk),
    )


@rule("25.1-b")
def sharing_is_planned(facts: ProjectFacts) -> Objection | Met | None:
    """A plan says which information it will share, resource by resource."""
    if facts.sharing_plan and facts.resources:
        return met(say("Resources to be shared: {n}.", n=facts.resources))
    return refuse(
        say("Nothing says which information it will share."),
        instead=say("Describe the plan of sharing and choose the resources that it will produce."),
        fix=Fix("planning.complete_project", facts.pk),
    )


@rule("32.1-a")
def protection_level_is_fixed(facts: ProjectFacts) -> Objection | Met | None:
    """The level of graded protection is fixed."""
    if 1 <= facts.protection <= 5:
        return met(say("Level {level}.", level=facts.protection))
    return refuse(
        say("The level of graded protection is not fixed."),
        instead=say("Fix it, from 1 to 5."),
        fix=Fix("planning.complete_project", facts.pk),
    )


@rule("8.1-d")
def contract_states_ownership(facts: ProjectFacts) -> Objection | Met | None:
    """Where others build or run it, the agreement says that the information belongs to the State."""
    if facts.is_own_work:
        return met(say("The body builds it itself."))
    if facts.ownership_clause:
        return met(say("The agreement has the clause."))
    return refuse(
        say("No agreement with the ownership clause is on record."),
        instead=say("Conclude the agreement with the clause, and name it here."),
        fix=Fix("bodies.conclude_agreement"),
    )


@rule("36.2-e")
def building_is_not_suspended(facts: ProjectFacts) -> Objection | Met | None:
    """No hold stops the building."""
    if not facts.holds:
        return None
    return refuse(
        say("A hold is in force: {holds}.", holds="、".join(facts.holds)),
        instead=say("Meet what ends the hold; it then ends by itself."),
    )


@rule("36.2-c")
def money_is_arranged(facts: ProjectFacts) -> Objection | Met | None:
    """The finance department has arranged the money."""
    if facts.arranged:
        return met(say("A budget line is arranged."))
    return refuse(
        say("No money is arranged for it."),
        instead=say(
            "Propose a budget line; the finance department arranges it with the opinion of the managing department."
        ),
        fix=Fix("planning.propose_line", None, {"project": facts.pk}),
    )


@rule("22.2-b")
def its_catalogue_is_registered(facts: ProjectFacts) -> Objection | Met | None:
    """Every resource that it produces is in the published catalogue."""
    if facts.resources and not facts.unpublished_resources:
        return met(say("Resources published: {n}.", n=facts.resources))
    return refuse(
        say(
            "Not in the published catalogue: {resources}.",
            resources="、".join(facts.unpublished_resources) or "—",
        ),
        instead=say("Describe and submit these resources; they are published with the next edition."),
        fix=Fix("catalogue.describe_resource"),
    )


@rule("36.2-g")
def its_data_is_shared(facts: ProjectFacts) -> Objection | Met | None:
    """Its data is loaded for sharing."""
    if facts.resources and not facts.unshared_resources:
        return met(say("Every resource has a published version."))
    return refuse(
        say("No data is on offer yet: {resources}.", resources="、".join(facts.unshared_resources) or "—"),
        instead=say("Load the rows of each resource."),
    )


@rule("23.1-a")
def its_systems_are_in_operation(facts: ProjectFacts) -> Objection | Met | None:
    """Its systems have passed the gate into operation: network, hosting, backup, protection, connections."""
    if facts.systems and not facts.idle_systems:
        return met(say("Systems in operation: {n}.", n=facts.systems))
    return refuse(
        say("Not in operation: {systems}.", systems="、".join(facts.idle_systems) or "—"),
        instead=say("Register its systems and lead each through its gate."),
    )


@rule("36.2-g")
def tests_and_archives_are_there(facts: ProjectFacts) -> Objection | Met | None:
    """Tests are passed and the archives handed over."""
    if facts.tests and facts.archives:
        return met(say("{text}", text=facts.tests[:120]))
    return refuse(
        say("Test reports or archives are missing."),
        instead=say("Record both on the project."),
        fix=Fix("planning.begin_trial", facts.pk),
    )


@rule("36.2-g")
def acceptance_is_not_held(facts: ProjectFacts) -> Objection | Met | None:
    """No hold stops the acceptance."""
    return building_is_not_suspended.judge(facts)


@rule("4.1-d")
def milestones_share_the_whole(facts: ProjectFacts, asked: Any) -> Objection | None:
    if not facts.unreadable and facts.shares == 100:
        return None
    lines = "；".join(facts.unreadable)
    problem = (
        say("These milestones cannot be read: {lines}.", lines=lines)
        if lines
        else say("The shares of the milestones add up to {shares} percent.", shares=facts.shares)
    )
    return refuse(
        problem,
        instead=say(
            "Write one a line with tabs: name, planned day such as “2027-06-01”, share; together 100."
        ),
    )
