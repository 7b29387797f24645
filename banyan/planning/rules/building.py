"""Rules on building and acceptance: gates G5, G6 and G15 (articles 4, 22, 23 and 36.2)."""

from typing import Any

from banyan.acts.refusal import Fix, Met, Objection, met, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say
from banyan.planning.rules.projects import ProjectFacts


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
        instead=say("Write one a line, with tabs or bars: name | 2027-06-01 | share; together 100."),
    )
