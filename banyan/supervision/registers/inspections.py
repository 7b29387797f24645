"""How inspection plans, inspections, their lines and materials are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Document, Filter, Group, Register, Related, register
from banyan.acts.scopes import of_state
from banyan.supervision.models import CheckLine, Inspection, InspectionPlan, Material
from banyan.supervision.queries import inspections as queries


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
        columns=(
            Column("number", _("Plan number"), "record"),
            Column("title", _("Title")),
            Column("office", _("Managing department")),
            Column("since", _("From"), "date"),
            Column("until", _("To"), "date"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Inspection plan"),
                (
                    Column("office", _("Managing department"), "record"),
                    Column("since", _("From"), "date"),
                    Column("until", _("To"), "date"),
                    Column("at_random", _("Drawn at random"), "number"),
                    Column("by_risk", _("Drawn by risk"), "number"),
                ),
            ),
            Group(
                _("The draw"),
                (
                    Column("bodies", _("Bodies in the list"), "number"),
                    Column("digest", _("Digest of the list"), "digest"),
                    Column("size", _("Size of the ledger"), "number"),
                    Column("root", _("Root of the ledger"), "digest"),
                    Column("seed", _("Seed"), "digest"),
                ),
            ),
        ),
        visible=queries.visible_plans,
        documents=(
            Document(
                _("List of the draw (JSON)"),
                _("All that the draw depended on: whoever draws from it again gets the same bodies."),
                "list.json",
                lambda plan: bool(plan.seed),
            ),
        ),
        filters=(of_state(InspectionPlan),),
        related=(
            Related(
                _("Inspections"),
                _inspections,
                (
                    Column("__str__", _("Inspection"), "record"),
                    Column("how_words", _("How it was chosen")),
                    Column("weight", _("Weight"), "number"),
                    Column("state", _("State"), "state"),
                ),
                most=100,
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
        columns=(
            Column("body", _("Body"), "record"),
            Column("plan.number", _("Inspection plan")),
            Column("how_words", _("How it was chosen")),
            Column("checked", _("Lines with a result")),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Inspection"),
                (
                    Column("body", _("Body"), "record"),
                    Column("plan", _("Inspection plan"), "record"),
                    Column("mechanism", _("Security supervision mechanism"), "record"),
                    Column("planned_on", _("Planned on"), "date"),
                    Column("office", _("Department"), "record"),
                    Column("how_words", _("How it was chosen")),
                    Column("weight", _("Weight in the draw"), "number"),
                    Column("cause", _("Cause")),
                    Column("checked", _("Lines with a result")),
                    Column("missing", _("Material that is missing")),
                    Column("concluded_on", _("Concluded on"), "date"),
                    Column("result", _("Result")),
                ),
            ),
        ),
        visible=queries.visible_inspections,
        filters=(of_state(Inspection),),
        related=(
            Related(
                _("Material"),
                _materials,
                (
                    Column("__str__", _("What is asked for"), "record"),
                    Column("standing", _("Delivered or lacking")),
                    Column("state", _("State"), "state"),
                ),
            ),
            Related(
                _("Systems checked"),
                _systems,
                (Column("name", _("Name"), "record"), Column("state", _("State"), "state")),
            ),
            Related(
                _("Checklist"),
                _lines,
                (
                    Column("__str__", _("Norm"), "record"),
                    Column("finding", _("Finding"), "record"),
                    Column("state", _("State"), "state"),
                ),
                most=200,
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
        columns=(
            Column("demand", _("What it demands"), "record"),
            Column("cited", _("Article")),
            Column("inspection.body", _("Body")),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Line"),
                (
                    Column("cited", _("Article")),
                    Column("demand", _("What it demands")),
                    Column("inspection", _("Inspection"), "record"),
                    Column("facts", _("Facts")),
                    Column("finding", _("Finding"), "record"),
                ),
            ),
        ),
        visible=queries.visible_lines,
        filters=(
            of_state(CheckLine),
            Filter("inspection", _("Inspection"), "inspection", noun="supervision.inspection"),
        ),
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
        columns=(
            Column("title", _("What is asked for"), "record"),
            Column("inspection.body", _("Body")),
            Column("standing", _("Delivered or lacking")),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Material"),
                (
                    Column("inspection", _("Inspection"), "record"),
                    Column("note", _("What was delivered")),
                    Column("file_digest", _("SHA-256 of the file"), "digest"),
                    Column("lacking", _("What is lacking")),
                ),
            ),
        ),
        visible=queries.visible_materials,
        filters=(of_state(Material),),
        search=("title",),
        owner="inspection.body",
        menu=7,
    )
)
