"""What may be done with projects until they are approved or changed."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long, MaybeProtectionLevel, Name
from banyan.acts.governed import fill
from banyan.bodies.models import Agreement
from banyan.bodies.queries import own_agreements
from banyan.catalogue.models import Resource
from banyan.infrastructure.models import System
from banyan.planning.asks import Year
from banyan.planning.models import BuildMode, PlanItem, Project, ProjectKind, SoftwareEntry, Standard
from banyan.planning.queries import plans, projects, software
from banyan.planning.rules import projects as rules
from banyan.planning.rules import proposals

BUILDER = "body : planning_officer, head"


@act(
    under=("6.1-b", "3.1-a", "12.2-a"),
    by="own : planning_officer",
    on=Project,
    moves="-> proposed",
    facts=projects.proposal_facts,
    rules=[
        proposals.project_number_is_new,
        proposals.county_builds_no_centre_or_platform,
        proposals.unit_builds_no_data_centre,
        proposals.unit_builds_no_platform_of_things,
        proposals.unit_builds_no_basic_database,
        proposals.unit_builds_no_exchange,
        proposals.unit_builds_no_grid_platform,
        proposals.unit_deploys_no_community_terminals,
        proposals.unit_builds_no_channel,
        proposals.nobody_builds_a_private_network,
        proposals.office_alone_builds_the_sharing_platform,
        proposals.mode_is_lawful_for_the_kind,
    ],
    title="Propose project",
    says="{by} proposed the project “{name}”",
)
def propose_project(
    *,
    number: Annotated[str, Ask(label="Project number", longest=40)],
    name: Name,
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
        str | None, Ask(label="Conformity with the framework", longest=4000, lines=3)
    ] = None,
    standards: Annotated[list[Standard] | None, Ask(choices=software.standards_in_force)] = None,
    sharing_plan: Annotated[str | None, Ask(label="Plan of sharing", longest=4000, lines=3)] = None,
    resources: Annotated[
        list[Resource] | None, Ask(label="Resources it will produce", choices=projects.own_resources)
    ] = None,
    protection: MaybeProtectionLevel = None,
    agreement: Annotated[Agreement | None, Ask(choices=own_agreements)] = None,
    systems: Annotated[list[System] | None, Ask(choices=projects.own_systems)] = None,
) -> None:
    """Add what its gate asks for; what is left empty stays as it is."""
    fill(
        project,
        plan_item=plan_item,
        software=software_entry,
        framework_conformity=framework_conformity,
        sharing_plan=sharing_plan,
        protection=protection,
        agreement=agreement,
        standards=standards,
        resources=resources,
        systems=systems,
    )


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
    purpose: Annotated[str | None, Ask(longest=4000, lines=3)] = None,
    functions: Annotated[str | None, Ask(longest=8000, lines=6, help="One a line.")] = None,
    budget: Annotated[Decimal | None, Ask(label="Budget (yuan)", most=10**13)] = None,
) -> None:
    """Change what was approved; the approval falls and every condition is judged again."""
    fill(project, purpose=purpose, functions=functions, budget=budget)
    project.approval_number = ""
    project.approved_on = None
