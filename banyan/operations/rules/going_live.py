"""The conditions of the gate into operation."""

from dataclasses import dataclass

from banyan.acts.refusal import Fix, Met, Objection, met, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class LiveFacts:
    """What the gate into operation may know of a system."""

    pk: int
    network: str
    central: str
    link_tested: bool
    grade: int
    filing_number: str
    filing_from: int
    backup: str
    restored: bool
    faces_residents: bool
    community_connected: bool
    faces_urban_rural: bool
    grid_connected: bool
    interface: str
    audit_log: str
    audit_months: int
    audit_at_least: int
    unclassified: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()


def _complete(pk: int) -> Fix:
    return Fix("infrastructure.complete_system", pk)


@rule("23.1-a")
def system_runs_on_the_unified_network(facts: LiveFacts) -> Objection | Met | None:
    """It runs on the unified government network."""
    if facts.network == "unified":
        return met(say("On the unified government network."))
    return refuse(
        say("It is not on the unified government network."),
        instead=say("Have it connected, then record the network."),
        fix=_complete(facts.pk),
    )


@rule("23.1-b")
def system_is_backed_up(facts: LiveFacts) -> Objection | Met | None:
    """Its data and software are backed up, and the restore was tested."""
    if facts.backup and facts.restored:
        return met(say("Backed up by {supplier}; the restore was tested.", supplier=facts.backup))
    problem = say("Its restore has never been tested.") if facts.backup else say("It has no backup.")
    return refuse(
        problem,
        instead=say("Order the backup from the cloud of the province, and test the restore."),
        fix=Fix("operations.set_up_backup", None, {"system": facts.pk}),
    )


@rule("18.3-a")
def central_software_is_local_or_linked(facts: LiveFacts) -> Objection | Met | None:
    """Central software is deployed locally, or its link with the provincial data centre is tested."""
    if facts.central in {"no", "local"}:
        return met(say("Deployed here."))
    if facts.central == "linked" and facts.link_tested:
        return met(say("The link is tested."))
    return refuse(
        say("Central software is neither deployed here nor linked by a tested link."),
        instead=say("Deploy it locally, or test the link with the provincial data centre."),
        fix=_complete(facts.pk),
    )


@rule("32.1-a")
def protection_is_filed(facts: LiveFacts) -> Objection | Met | None:
    """Its level of graded protection is fixed, and filed with the police where the law asks for it."""
    if facts.grade and (facts.grade < facts.filing_from or facts.filing_number):
        return met(say("Level {level}.", level=facts.grade))
    return refuse(
        say("Its level is not fixed, or not filed."),
        instead=say("Fix the level; from level {level} on file it with the police.", level=facts.filing_from),
        fix=_complete(facts.pk),
    )


@rule("30.1-a")
def resident_system_is_connected(facts: LiveFacts) -> Objection | Met | None:
    """A system that faces residents is connected to the community platform."""
    if not facts.faces_residents or facts.community_connected:
        return met(say("Connected, or not facing residents."))
    return refuse(
        say("It faces residents and is not connected to the community platform."),
        instead=say("Connect it to the community platform."),
        fix=_complete(facts.pk),
    )


@rule("31.1-a")
def urban_rural_system_is_connected(facts: LiveFacts) -> Objection | Met | None:
    """A system for urban and rural management is connected to the grid platform."""
    if not facts.faces_urban_rural or facts.grid_connected:
        return met(say("Connected, or not for urban and rural management."))
    return refuse(
        say("It serves urban and rural management and is not connected to the grid platform."),
        instead=say("Connect it to the grid platform."),
        fix=_complete(facts.pk),
    )


@rule("3.1-c")
def interface_is_registered(facts: LiveFacts) -> Objection | Met | None:
    """Its interface is registered, so that others can connect."""
    if facts.interface:
        return met(say("{text}", text=facts.interface[:120]))
    return refuse(
        say("No interface is registered."),
        instead=say("Record its interface with the system."),
        fix=_complete(facts.pk),
    )


@rule("3.1-f")
def its_audit_log_is_kept(facts: LiveFacts) -> Objection | Met | None:
    """Its audit log is kept, for as long as the law asks."""
    if facts.audit_log and facts.audit_months >= facts.audit_at_least:
        return met(say("Kept for {n} months: {where}.", n=facts.audit_months, where=facts.audit_log))
    return refuse(
        say("Its audit log is not kept, or for less than {n} months.", n=facts.audit_at_least),
        instead=say("Have it write an audit log; record where it is kept, and for how many months."),
        fix=_complete(facts.pk),
    )


@rule("3.1-f")
def what_it_produces_is_classified(facts: LiveFacts) -> Objection | Met | None:
    """Every resource that it produces has its classification."""
    if not facts.unclassified:
        return met(say("Nothing that it produces is without classification."))
    return refuse(
        say("Without classification: {resources}.", resources="、".join(facts.unclassified[:5])),
        instead=say("Describe the resource with its classification, then name it for the system."),
        fix=_complete(facts.pk),
    )


@rule("3.1-f")
def its_incidents_are_resolved(facts: LiveFacts) -> Objection | Met | None:
    """No incident of it is under way."""
    if not facts.incidents:
        return met(say("No incident is under way."))
    return refuse(
        say("Not resolved: {incidents}.", incidents="、".join(facts.incidents[:5])),
        instead=say("Handle the incident and resolve it first."),
    )
