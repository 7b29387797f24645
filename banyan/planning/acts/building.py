"""What may be done with approved projects: building, trial, acceptance, operation, evaluation, retirement."""

from datetime import datetime
from typing import Annotated

from django.utils.timezone import localdate

from banyan.acts.act import act
from banyan.acts.asks import Ask, Long
from banyan.acts.due import Due
from banyan.acts.governed import fill
from banyan.catalogue.models import Resource
from banyan.infrastructure.models import System
from banyan.planning.acts.projects import BUILDER
from banyan.planning.asks import Points
from banyan.planning.models import Evaluation, Milestone, Project
from banyan.planning.queries import projects
from banyan.planning.rules import building as rules
from banyan.planning.rules import milestones
from banyan.planning.rules.projects import protection_level_is_fixed


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
            help="One a line, with tabs or bars: name | planned day | share of the money in percent.",
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
    acceptance_tests: Annotated[str | None, Ask(label="Tests for acceptance", longest=4000, lines=3)] = None,
    archives: Annotated[str | None, Ask(label="Archives handed over", longest=200)] = None,
) -> None:
    """Put it on trial, and record its systems, tests and archives as they come."""
    fill(
        project,
        systems=systems,
        resources=resources,
        acceptance_tests=acceptance_tests,
        archives=archives,
    )


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
        protection_level_is_fixed,
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
