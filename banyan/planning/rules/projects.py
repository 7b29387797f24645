"""Rules on projects before approval: gate G4 (articles 3, 6, 8, 11, 12, 18, 24, 25, 32 and 36.2)."""

from dataclasses import dataclass

from banyan.acts.refusal import Fix, Met, Objection, met, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say
from banyan.planning.rules.proposals import against_kind, kind_is_allowed


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
    if not kind_is_allowed(facts.kind, facts.body_kind, facts.level):
        return against_kind(facts.kind)
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
