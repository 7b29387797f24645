"""How projects, milestones and after-evaluations are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Filter, Group, Register, Related, register
from banyan.acts.scopes import choosing, of_state
from banyan.planning.models import Evaluation, Milestone, Project, ProjectKind
from banyan.planning.queries import projects as queries


def _milestones(project: Project, actor: Actor) -> Any:
    return project.milestones.order_by("position")


def _lines(project: Project, actor: Actor) -> Any:
    return project.lines.order_by("-year", "kind")


def _holds(project: Project, actor: Actor) -> Any:
    return project.holds.order_by("-pk")


def _resources(project: Project, actor: Actor) -> Any:
    return project.resources.all()


def _systems(project: Project, actor: Actor) -> Any:
    return project.systems.all()


MILESTONE = (
    Column("name", _("Name"), "record"),
    Column("planned_on", _("Planned for"), "date"),
    Column("share", _("Share of the money (%)"), "number"),
    Column("reached_on", _("Reached on"), "date"),
    Column("state", _("State"), "state"),
)
register(
    Register(
        model=Project,
        title=_("Projects"),
        one=_("project"),
        about=_("Each project from proposal to retirement, with the gates that it has to pass."),
        columns=(
            Column("name", _("Name"), "record", sort=True),
            Column("number", _("Project number"), "code"),
            Column("body", _("Body")),
            Column("get_kind_display", _("Kind")),
            Column("budget", _("Budget (yuan)"), "number"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("What is built"),
                (
                    Column("body", _("Body"), "record"),
                    Column("get_kind_display", _("Kind")),
                    Column("get_mode_display", _("Mode of building")),
                    Column("purpose", _("Purpose")),
                    Column("functions", _("Functions")),
                    Column("budget", _("Budget (yuan)"), "number"),
                    Column("year", _("Year"), "code"),
                    Column("is_central_task", _("Task of a central organ"), "flag"),
                ),
            ),
            Group(
                _("What its gates ask for"),
                (
                    Column("plan_item", _("Plan item")),
                    Column("software", _("Software entry"), "record"),
                    Column("framework_conformity", _("Conformity with the framework")),
                    Column("sharing_plan", _("Plan of sharing")),
                    Column("protection_told", _("Protection level (MLPS)"), "number"),
                    Column("agreement", _("Agreement"), "record"),
                    Column("acceptance_tests", _("Tests for acceptance")),
                    Column("archives", _("Archives handed over")),
                ),
            ),
            Group(
                _("Approval and acceptance"),
                (
                    Column("approval", _("Approval department"), "record"),
                    Column("approval_number", _("Approval number"), "code"),
                    Column("approved_on", _("Approved on"), "date"),
                    Column("accepted_on", _("Accepted on"), "date"),
                ),
            ),
        ),
        visible=queries.visible_projects,
        filters=(
            of_state(Project),
            choosing("kind", _("Kind"), ProjectKind),
            Filter("year", _("Year"), "year"),
        ),
        related=(
            Related(_("Milestones"), _milestones, MILESTONE),
            Related(
                _("Holds"),
                _holds,
                (
                    Column("get_kind_display", _("Kind"), "record"),
                    Column("reason", _("Reason")),
                    Column("ends_when", _("What ends it")),
                    Column("state", _("State"), "state"),
                ),
            ),
            Related(
                _("Budget lines"),
                _lines,
                (
                    Column("year", _("Year"), "record"),
                    Column("get_kind_display", _("Kind")),
                    Column("amount", _("Amount (yuan)"), "number"),
                    Column("state", _("State"), "state"),
                ),
            ),
            Related(
                _("Resources"),
                _resources,
                (Column("name", _("Name"), "record"), Column("state", _("State"), "state")),
            ),
            Related(
                _("Systems"),
                _systems,
                (Column("name", _("Name"), "record"), Column("state", _("State"), "state")),
            ),
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
        columns=(Column("project", _("Project"), "record"), *MILESTONE[1:]),
        groups=(
            Group(
                _("Milestone"),
                (Column("project", _("Project"), "record"), *MILESTONE, Column("evidence", _("Evidence"))),
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
        columns=(Column("project", _("Project"), "record"), Column("score", _("Score"), "number")),
        groups=(
            Group(_("Evaluation"), (Column("effect", _("Effect")), Column("score", _("Score"), "number"))),
        ),
        visible=queries.visible_evaluations,
        menu=0,
    )
)
