"""What may be done with projects, from proposal to retirement."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long
from banyan.acts.due import Due
from banyan.bodies.models import Agreement
from banyan.bodies.queries import own_agreements
from banyan.catalogue.models import Resource
from banyan.infrastructure.models import System
from banyan.planning.asks import Points, Year
from banyan.planning.models import (
    BuildMode,
    Evaluation,
    Milestone,
    PlanItem,
    Project,
    ProjectKind,
    SoftwareEntry,
    Standard,
)
from banyan.planning.queries import plans, projects, software
from banyan.planning.rules import milestones
from banyan.planning.rules import projects as rules

BUILDER = "body : planning_officer, head"


@act(
    under=("6.1-b", "3.1-a", "12.2-a"),
    by="own : planning_officer",
    on=Project,
    moves="-> proposed",
    facts=projects.proposal_facts,
    rules=[
        rules.project_number_is_new,
        rules.county_builds_no_centre_or_platform,
        rules.unit_builds_no_data_centre,
        rules.unit_builds_no_exchange,
        rules.unit_builds_no_grid_platform,
        rules.unit_deploys_no_community_terminals,
        rules.unit_builds_no_channel,
        rules.mode_is_lawful_for_the_kind,
    ],
    title="Propose project",
    says="{by} proposed the project “{name}”",
)
def propose_project(
    *,
    number: Annotated[str, Ask(label="Project number", longest=40)],
    name: Annotated[str, Ask(longest=160)],
    kind: ProjectKind,
    mode: Annotated[BuildMode, Ask(label="Mode of building")],
    purpose: Long,
    year: Year,
    budget: Annotated[Decimal, Ask(label="Budget (yuan)", most=10**13)],
    functions: Annotated[str, Ask(longest=8000, lines=6, help="One a line.")] = "",
    is_central_task: Annotated[bool, Ask(label="Task of a central organ")] = False,
    by: Any,
) -> Project:
    """Propose something to be built; what this body may never build is refused at once, with the lawful way."""
    return Project.objects.create(
        body_id=by.body,
        number=number,
        name=name,
        kind=kind,
        mode=mode,
        purpose=purpose,
        functions=functions,
        year=year,
        budget=budget,
        is_central_task=is_central_task,
    )


@act(
    under=("6.1-c", "11.1-a", "25.1-b", "32.1-a"),
    by=BUILDER,
    on=Project,
    moves="proposed, studied, designed",
    title="Complete project",
    says="{by} completed what {on} has to show",
)
def complete_project(
    project: Project,
    *,
    plan_item: Annotated[PlanItem | None, Ask(choices=plans.items_to_cite)] = None,
    software_entry: Annotated[SoftwareEntry | None, Ask(choices=software.own_entries)] = None,
    framework_conformity: Annotated[
        str, Ask(label="Conformity with the framework", longest=4000, lines=3)
    ] = "",
    standards: Annotated[list[Standard] | None, Ask(choices=software.standards_in_force)] = None,
    sharing_plan: Annotated[str, Ask(label="Plan of sharing", longest=4000, lines=3)] = "",
    resources: Annotated[
        list[Resource] | None, Ask(label="Resources it will produce", choices=projects.own_resources)
    ] = None,
    protection: Annotated[
        int | None, Ask(label="Protection level (MLPS)", help="1 to 5.", least=1, most=5)
    ] = None,
    agreement: Annotated[Agreement | None, Ask(choices=own_agreements)] = None,
    systems: Annotated[list[System] | None, Ask(choices=projects.own_systems)] = None,
) -> None:
    """Add what its gate asks for; what is left empty stays as it is."""
    project.plan_item = plan_item or project.plan_item
    project.software = software_entry or project.software
    project.framework_conformity = framework_conformity or project.framework_conformity
    project.sharing_plan = sharing_plan or project.sharing_plan
    project.protection = protection or project.protection
    project.agreement = agreement or project.agreement
    for link, chosen in (
        (project.standards, standards),
        (project.resources, resources),
        (project.systems, systems),
    ):
        if chosen:
            link.set(chosen)  # type: ignore[arg-type]  # each of its own kind


@act(
    under="6.1-c",
    by=BUILDER,
    on=Project,
    moves="proposed -> studied",
    facts=projects.project_facts,
    rules=[rules.project_carries_out_a_plan_item, rules.sharing_is_planned],
    title="Complete study",
    says="{by} completed the feasibility study of {on}",
)
def complete_study(project: Project) -> None:
    """Record the feasibility study, with its chapter on sharing."""


@act(
    under="6.1-c",
    by=BUILDER,
    on=Project,
    moves="studied -> designed",
    title="Complete design",
    says="{by} completed the preliminary design of {on}",
)
def complete_design(project: Project) -> None:
    """Record the preliminary design; the project then waits for approval."""


APPROVAL_GATE = [
    rules.project_carries_out_a_plan_item,
    rules.scheme_is_filed,
    rules.project_conforms_with_the_framework,
    rules.project_is_of_a_lawful_kind,
    rules.software_is_in_the_key_points,
    rules.no_similar_software_stands,
    rules.standards_are_listed,
    rules.sharing_is_planned,
    rules.protection_level_is_fixed,
    rules.contract_states_ownership,
]


@act(
    under=("36.2-b", "6.1-c"),
    by="approval : approval_officer, head",
    on=Project,
    moves="designed -> approved",
    facts=projects.project_facts,
    rules=APPROVAL_GATE,
    gate=True,
    title="Approve project",
    says="{by} approved {on} as {approval_number}",
)
def approve_project(
    project: Project,
    *,
    approval_number: Annotated[str, Ask(label="Approval number", longest=80)],
    at: datetime,
) -> None:
    """Approve it when every condition of the gate holds."""
    project.approval_number = approval_number
    project.approved_on = localdate(at)


@act(
    under="36.2-b",
    by="approval : approval_officer, head",
    on=Project,
    moves="proposed, studied, designed -> rejected",
    title="Do not approve",
    says="{by} did not approve {on}: {reason}",
    tone="grave",
)
def reject_project(project: Project, *, reason: Long) -> None:
    """Refuse the approval, with the articles that it fails."""


@act(
    under=("36.2-b", "24.1-b"),
    by=BUILDER,
    on=Project,
    moves="approved, building -> designed",
    title="Change project",
    says="{by} changed {on}; it is judged anew: {reason}",
)
def change_project(
    project: Project,
    *,
    reason: Long,
    purpose: Long = "",
    functions: Annotated[str, Ask(longest=8000, lines=6, help="One a line.")] = "",
    budget: Annotated[Decimal | None, Ask(label="Budget (yuan)", most=10**13)] = None,
) -> None:
    """Change what was approved; the approval falls and every condition is judged again."""
    project.purpose = purpose or project.purpose
    project.functions = functions or project.functions
    project.budget = budget or project.budget
    project.approval_number = ""
    project.approved_on = None


@act(
    under=("36.2-c", "23.1-a"),
    by=BUILDER,
    on=Project,
    moves="approved -> building",
    facts=projects.building_facts,
    rules=[rules.money_is_arranged, rules.building_is_not_suspended, rules.milestones_share_the_whole],
    title="Start building",
    says="{by} began to build {on}",
)
def start_building(
    project: Project,
    *,
    milestones: Annotated[
        str,
        Ask(
            longest=4000,
            lines=4,
            help="One a line with tabs: name, planned day, share of the money in percent.",
        ),
    ],
) -> None:
    """Begin to build, with milestones whose shares of the money add up to a hundred."""
    read, _unreadable = projects.milestones_of(milestones)
    for position, (name, planned, share) in enumerate(read, 1):
        Milestone.objects.create(
            project=project, position=position, name=name, planned_on=planned, share=share
        )


@act(
    under="36.2-d",
    by="project.body : planning_officer, head",
    on=Milestone,
    moves="planned -> reached",
    facts=projects.milestone_facts,
    rules=[milestones.project_is_being_built],
    title="Record milestone",
    says="{by} reached {on}: {evidence}",
)
def reach_milestone(
    milestone: Milestone, *, evidence: Annotated[str, Ask(longest=300)], at: datetime
) -> None:
    """Record that the milestone is reached, with its evidence."""
    milestone.evidence = evidence
    milestone.reached_on = localdate(at)


@act(
    under="36.2-g",
    by=BUILDER,
    on=Project,
    moves="building, trial -> trial",
    facts=projects.project_facts,
    rules=[rules.building_is_not_suspended],
    title="Begin trial",
    says="{by} put {on} on trial",
)
def begin_trial(
    project: Project,
    *,
    systems: Annotated[list[System] | None, Ask(choices=projects.own_systems)] = None,
    resources: Annotated[
        list[Resource] | None, Ask(label="Resources it produces", choices=projects.own_resources)
    ] = None,
    acceptance_tests: Annotated[str, Ask(label="Tests for acceptance", longest=4000, lines=3)] = "",
    archives: Annotated[str, Ask(label="Archives handed over", longest=200)] = "",
) -> None:
    """Put it on trial, and record its systems, tests and archives as they come."""
    project.acceptance_tests = acceptance_tests or project.acceptance_tests
    project.archives = archives or project.archives
    if systems:
        project.systems.set(systems)
    if resources:
        project.resources.set(resources)


@act(
    under=("36.2-g", "22.2-b"),
    by="approval : approval_officer, head",
    on=Project,
    moves="trial -> accepted",
    facts=projects.project_facts,
    rules=[
        rules.its_catalogue_is_registered,
        rules.its_data_is_shared,
        rules.its_systems_are_in_operation,
        rules.tests_and_archives_are_there,
        rules.protection_level_is_fixed,
        rules.acceptance_is_not_held,
    ],
    due=Due("project.acceptance", since="trial"),
    gate=True,
    title="Accept project",
    says="{by} accepted {on}",
)
def accept_project(project: Project, *, at: datetime) -> None:
    """Accept what was built when every condition of the gate holds."""
    project.accepted_on = localdate(at)


@act(
    under="23.1-a",
    by=BUILDER,
    on=Project,
    moves="accepted -> operating",
    title="Put into operation",
    says="{by} put {on} into operation",
)
def operate_project(project: Project) -> None:
    """Put the accepted project into operation."""


@act(
    under=("34.1-b",),
    by="body.managing : planning_officer, inspector, catalogue_officer",
    on=Project,
    moves="operating",
    title="Evaluate project",
    says="{by} evaluated {on} with {score} points",
)
def evaluate_project(project: Project, *, effect: Long, score: Points) -> None:
    """Record what became of the project, one to two years after its acceptance."""
    Evaluation.objects.create(project=project, effect=effect, score=score)


@act(
    under="23.1-a",
    by=BUILDER,
    on=Project,
    moves="operating, accepted -> retired",
    title="Retire project",
    says="{by} retired {on}",
)
def retire_project(project: Project) -> None:
    """End its life."""
