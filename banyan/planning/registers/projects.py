"""How projects, milestones and after-evaluations are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, register
from banyan.catalogue.models import Resource
from banyan.infrastructure.models import System
from banyan.planning.models import BudgetLine, Evaluation, Hold, Milestone, Project, Standard
from banyan.planning.queries import projects as queries


def _milestones(project: Project, actor: Actor) -> Any:
    return project.milestones.order_by("position")


def _lines(project: Project, actor: Actor) -> Any:
    return project.lines.order_by("-year", "kind")


def _holds(project: Project, actor: Actor) -> Any:
    return project.holds.order_by("-pk")


def _standards(project: Project, actor: Actor) -> Any:
    return project.standards.select_related("replaced_by").order_by("number")


def _resources(project: Project, actor: Actor) -> Any:
    return project.resources.all()


def _systems(project: Project, actor: Actor) -> Any:
    return project.systems.all()


register(
    Register(
        model=Project,
        title=_("Projects"),
        one=_("project"),
        about=_("Each project from proposal to retirement, with the gates that it has to pass."),
        columns=(Column("name", sort=True), Column("number", _("Project number")), "body", "kind", "budget"),
        groups=(
            Group(
                _("What is built"),
                ("body", "kind", "mode", "purpose", "functions", "budget", "year", "is_central_task"),
            ),
            Group(
                _("What its gates ask for"),
                (
                    "plan_item",
                    "software",
                    "framework_conformity",
                    "sharing_plan",
                    Column("protection_told", _("Protection level (MLPS)"), "number"),
                    "agreement",
                    "acceptance_tests",
                    "archives",
                ),
            ),
            Group(
                _("Approval and acceptance"),
                (
                    Column("approval", _("Approval department"), "record"),
                    "approval_number",
                    "approved_on",
                    "accepted_on",
                ),
            ),
        ),
        visible=queries.visible_projects,
        filters=("kind", "year"),
        related=(
            Related(
                _("Milestones"),
                _milestones,
                ("name", "planned_on", "share", "reached_on", "state"),
                of=Milestone,
            ),
            Related(_("Holds"), _holds, ("kind", "reason", "ends_when", "state"), of=Hold),
            Related(_("Budget lines"), _lines, ("year", "kind", "amount", "state"), of=BudgetLine),
            Related(
                _("Standards"),
                _standards,
                (Column("number", opens=True), "title", "state", "replaced_by"),
                of=Standard,
            ),
            Related(_("Resources"), _resources, (Column("name", opens=True), "state"), of=Resource),
            Related(_("Systems"), _systems, (Column("name", opens=True), "state"), of=System),
        ),
        search=("name", "number"),
        owner="body",
        code="number",
        menu=30,
    )
)
register(
    Register(
        model=Milestone,
        title=_("Milestones"),
        one=_("milestone"),
        about=_("Steps of building, each with its share of the money."),
        columns=("project", "planned_on", "share", "reached_on"),
        groups=(
            Group(
                _("Milestone"),
                (
                    "project",
                    "name",
                    "planned_on",
                    "share",
                    "reached_on",
                    "state",
                    Column("evidence", _("Evidence")),
                ),
            ),
        ),
        visible=queries.visible_milestones,
        owner="project.body",
        menu=0,
    )
)
register(
    Register(
        model=Evaluation,
        title=_("After-evaluations"),
        one=_("after-evaluation"),
        about=_("What became of projects one to two years after their acceptance."),
        columns=("project", "score"),
        groups=(Group(_("Evaluation"), ("effect", "score")),),
        visible=queries.visible_evaluations,
        menu=0,
    )
)
