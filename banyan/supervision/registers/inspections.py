"""How inspection plans, inspections, their lines and materials are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Filter, Group, Register, Related, Way, register
from banyan.infrastructure.models import System
from banyan.supervision.models import CheckLine, Inspection, InspectionPlan, Material
from banyan.supervision.queries import inspections as queries

HOW = Column("how_words", _("How it was chosen"))
CHECKED = Column("checked", _("Lines with a result"))


def _inspections(plan: InspectionPlan, actor: Actor) -> Any:
    return plan.inspections.select_related("body").order_by("pk")


def _systems(inspection: Inspection, actor: Actor) -> Any:
    """The systems that a security check looks at; other inspections show no such table."""
    return inspection.systems.order_by("name") if inspection.mechanism_id else None


def _lines(inspection: Inspection, actor: Actor) -> Any:
    return inspection.lines.select_related("finding").order_by("pk")


def _materials(inspection: Inspection, actor: Actor) -> Any:
    return inspection.materials.order_by("pk")


register(
    Register(
        model=InspectionPlan,
        title=_("Inspection plans"),
        one=_("inspection plan"),
        about=_(
            "Who is inspected, drawn at random and by risk so that anybody can repeat the draw (article 34)."
        ),
        columns=(Column("number", _("Plan number")), "title", "office", "since", "until"),
        groups=(
            Group(_("Inspection plan"), ("office", "since", "until", "at_random", "by_risk")),
            Group(
                _("The draw"),
                (Column("bodies", _("Bodies in the list"), "number"), "digest", "size", "root", "seed"),
            ),
        ),
        visible=queries.visible_plans,
        ways=(
            Way(
                _("List of the draw (JSON)"),
                _("All that the draw depended on: whoever draws from it again gets the same bodies."),
                "list.json",
                lambda plan: bool(plan.seed),
            ),
        ),
        related=(
            Related(
                _("Inspections"),
                _inspections,
                ("__str__", HOW, Column("weight", _("Weight")), "state"),
                most=100,
                of=Inspection,
            ),
        ),
        search=("number", "title"),
        owner="office",
        menu=5,
    )
)

register(
    Register(
        model=Inspection,
        title=_("Inspections"),
        one=_("inspection"),
        about=_("Inspections of bodies, line by line of the law (articles 32, 34 and 35)."),
        columns=("body", Column("plan.number", _("Inspection plan")), HOW, CHECKED),
        groups=(
            Group(
                _("Inspection"),
                (
                    "body",
                    "plan",
                    "mechanism",
                    "planned_on",
                    "office",
                    HOW,
                    Column("weight_drawn", _("Weight in the draw"), "number"),
                    "cause",
                    CHECKED,
                    Column("missing", _("Material that is missing")),
                    "concluded_on",
                    "result",
                ),
            ),
        ),
        visible=queries.visible_inspections,
        related=(
            Related(
                _("Material"),
                _materials,
                (
                    Column("__str__", _("What is asked for")),
                    Column("standing", _("Delivered or lacking")),
                    "state",
                ),
                of=Material,
            ),
            Related(_("Systems checked"), _systems, (Column("name", opens=True), "state"), of=System),
            Related(
                _("Checklist"),
                _lines,
                (Column("__str__", _("Norm")), Column("finding", kind="record"), "state"),
                most=200,
                of=CheckLine,
            ),
        ),
        search=("body__name", "plan__number"),
        owner="body",
        menu=6,
    )
)

register(
    Register(
        model=CheckLine,
        title=_("Lines of checklists"),
        one=_("line of a checklist"),
        about=_("Norms that a body owes, and how an inspection found them kept."),
        columns=(Column("demand", _("What it demands")), Column("cited", _("Article")), "inspection.body"),
        groups=(
            Group(
                _("Line"),
                (
                    Column("cited", _("Article")),
                    Column("demand", _("What it demands")),
                    "inspection",
                    "facts",
                    "finding",
                ),
            ),
        ),
        visible=queries.visible_lines,
        filters=(Filter("inspection", _("Inspection"), "inspection", noun="supervision.inspection"),),
        owner="inspection.body",
        menu=0,
    )
)

register(
    Register(
        model=Material,
        title=_("Material for inspections"),
        one=_("material"),
        about=_("What was asked for in inspections, what was delivered and what is lacking (article 35)."),
        columns=("title", "inspection.body", Column("standing", _("Delivered or lacking"))),
        groups=(Group(_("Material"), ("inspection", "note", "file_digest", "lacking")),),
        visible=queries.visible_materials,
        search=("title",),
        owner="inspection.body",
        menu=7,
    )
)
