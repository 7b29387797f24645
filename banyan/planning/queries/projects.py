"""Reads of projects, and the facts of their gates."""

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import QuerySet

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.bodies.models import Body
from banyan.bodies.queries import watched
from banyan.catalogue.models import Resource
from banyan.infrastructure.models import System
from banyan.kit.numbers import day, whole
from banyan.kit.text import cells_of
from banyan.lake.queries.rows import published_load
from banyan.law.inforce import pack
from banyan.planning.models import (
    BudgetLine,
    BuildMode,
    Evaluation,
    Hold,
    KeyPoints,
    Milestone,
    Plan,
    PlanKind,
    Project,
    ProjectKind,
)
from banyan.planning.queries.software import similar_to
from banyan.planning.rules.milestones import MilestoneFacts
from banyan.planning.rules.projects import ProjectFacts
from banyan.planning.rules.proposals import ProposalFacts

LONGEST_NAME = 120
"""So many characters the name of a milestone has at most."""

MODES = {
    ProjectKind.DATA_CENTRE: "building_mode.data_centre",
    ProjectKind.IOT_PLATFORM: "building_mode.sensing_platform",
    ProjectKind.BACKUP: "building_mode.backup",
    ProjectKind.SHARING_PLATFORM: "building_mode.open_sharing",
    ProjectKind.SECURITY_PLATFORM: "building_mode.security",
}
"""The parameter that says in which modes a kind may be built (gate G5)."""
MEANT = {
    "own": (BuildMode.SELF_BUILT, BuildMode.COMMISSIONED),
    "purchased": (BuildMode.PURCHASED, BuildMode.FRANCHISED),
}


def allowed_modes(kind: str) -> tuple[str, ...]:
    """The modes in which a kind may be built; none where the law leaves it open."""
    name = MODES.get(ProjectKind(kind)) if kind in ProjectKind.values else None
    if name is None:
        return ()
    told = pack().parameter(name, on=clock.today()).of(tuple)
    return tuple(str(mode) for one in told for mode in MEANT[str(one)])


def proposal_facts(on: Any, asked: Any) -> ProposalFacts:
    """What the rules of ``propose_project`` may know."""
    return ProposalFacts(
        body_kind=asked.by.body_kind if asked.by else "",
        level=asked.by.level if asked.by else "",
        number_taken=Project.objects.filter(number=asked.number or "").exists(),
        allowed_modes=allowed_modes(str(asked.kind or "")),
    )


def project_facts(on: Project, asked: Any) -> ProjectFacts:
    """What the gates of approval and acceptance may know, gathered once."""
    body, item = on.body, on.plan_item
    provincial_unit = (body.kind, body.level) == (Body.Kind.APPLICATION, "province")
    standards = list(on.standards.all())
    return ProjectFacts(
        pk=on.pk,
        kind=on.kind,
        mode=on.mode,
        body_kind=body.kind,
        level=body.level,
        allowed_modes=allowed_modes(on.kind),
        plan_item=str(item or ""),
        plan_in_force=bool(item and item.plan.state == Plan.State.PUBLISHED),
        needs_scheme=provincial_unit,
        scheme_filed=Plan.objects.filter(kind=PlanKind.SCHEME, body=body, state="published").exists(),
        needs_key_points=provincial_unit and on.kind == ProjectKind.SOFTWARE,
        in_key_points=_key_points(on),
        framework_conformity=on.framework_conformity,
        similar=_similar(on),
        standards=len(standards),
        replaced_standards=tuple(str(one) for one in standards if one.state == "replaced"),
        sharing_plan=on.sharing_plan,
        protection=on.protection,
        is_own_work=on.mode == BuildMode.SELF_BUILT,
        ownership_clause=bool(on.agreement and on.agreement.ownership_clause),
        holds=holds_on(on, Hold.Kind.BUILDING, Hold.Kind.ACCEPTANCE),
        tests=on.acceptance_tests,
        archives=on.archives,
        open_milestones=on.milestones.filter(state=Milestone.State.PLANNED).count(),
        arranged=on.lines.filter(state=BudgetLine.State.ARRANGED).exists(),
        **_built(on),
    )


def milestones_of(text: str) -> tuple[list[tuple[str, date, int]], tuple[str, ...]]:
    """The milestones of a typed list as name, planned day and share, and the lines that are none."""
    read, unreadable = [], []
    for line in filter(None, map(str.strip, text.splitlines())):
        milestone = _milestone(*cells_of(line))
        if milestone:
            read.append(milestone)
        else:
            unreadable.append(line)
    return read, tuple(unreadable)


def _milestone(name: str, planned: str = "", share: str = "", *more: str) -> tuple[str, date, int] | None:
    planned_on, percent = day(planned), whole(share, most=100)
    if more or planned_on is None or percent is None or len(name) > LONGEST_NAME:
        return None
    return name, planned_on, percent


def building_facts(on: Project, asked: Any) -> ProjectFacts:
    """What the rules of ``start_building`` may know: the project's facts and its typed milestones."""
    milestones, unreadable = milestones_of(asked.milestones or "")
    wrong = tuple(name for name, _planned, share in milestones if share <= 0)
    return replace(
        project_facts(on, asked),
        unreadable=unreadable + wrong,
        shares=sum(share for _name, _planned, share in milestones),
    )


def _built(project: Project) -> dict[str, Any]:
    """What the project produces: its resources, catalogued and on offer, and its systems."""
    resources, systems = list(project.resources.all()), list(project.systems.all())
    shared = [one for one in resources if one.sharing != "3"]
    return {
        "resources": len(resources),
        "unpublished_resources": tuple(
            str(one) for one in resources if one.state != Resource.State.PUBLISHED
        ),
        "unshared_resources": tuple(str(one) for one in shared if published_load(one) is None),
        "systems": len(systems),
        "idle_systems": tuple(str(one) for one in systems if one.state != System.State.LIVE),
    }


def _key_points(project: Project) -> str:
    entry = project.software
    points = entry.key_points if entry else None
    return f"{points}: {entry}" if points and points.state == KeyPoints.State.APPROVED else ""


def _similar(project: Project) -> tuple[str, ...]:
    """Undecided software similar to the entry that the project carries out; without an entry nothing is compared."""
    entry = project.software
    if entry is None:
        return ()
    decided = set(entry.decisions.values_list("other", flat=True))
    return tuple(one.name for one in similar_to(entry) if one.id not in decided)


def milestone_facts(on: Milestone, asked: Any) -> MilestoneFacts:
    """What the rule of recording a milestone may know."""
    return MilestoneFacts(on.project.state)


def holds_on(project: Project, *kinds: str) -> tuple[str, ...]:
    """The holds of these kinds in force on a project, as words."""
    rows = Hold.objects.filter(project=project, kind__in=kinds, state=Hold.State.IN_FORCE)
    return tuple(str(one.get_kind_display()) for one in rows)


def visible_projects(actor: Actor) -> QuerySet[Project]:
    """Projects of the own body and of the watched region; approval and finance see those of their government."""
    return Project.objects.filter(body__in=overseen(actor).values("pk")).select_related("body", "plan_item")


def overseen(actor: Actor) -> QuerySet[Body]:
    """The bodies whose projects and money the actor sees."""
    peers = Body.objects.filter(
        region_code__in=[h.region for h in actor.offices if h.body_kind in {"finance", "approval"}]
    )
    return Body.objects.filter(pk__in=watched(actor).values("pk")) | peers


def visible_milestones(actor: Actor) -> QuerySet[Milestone]:
    return Milestone.objects.filter(project__in=visible_projects(actor).values("pk")).select_related(
        "project"
    )


def own_resources(on: Any, actor: Actor) -> QuerySet[Resource]:
    return Resource.objects.filter(body__in=actor.bodies)


def own_systems(on: Any, actor: Actor) -> QuerySet[System]:
    return System.objects.filter(body__in=actor.bodies)


def projects_citing_replaced_standards() -> QuerySet[Project]:
    """Open projects that cite a standard which is replaced."""
    rows = Project.objects.exclude(state__in=["rejected", "terminated", "retired"])
    return rows.filter(standards__state="replaced").select_related("body").distinct()


def visible_evaluations(actor: Actor) -> QuerySet[Evaluation]:
    return Evaluation.objects.filter(project__in=visible_projects(actor).values("pk")).select_related(
        "project"
    )
