"""How the framework, plans and schemes are listed and shown."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Filter, Group, Register, Related, register
from banyan.acts.scopes import choosing, of_state
from banyan.planning.models import Plan, PlanItem, PlanKind
from banyan.planning.queries import plans as queries


def _items(plan: Plan, actor: Actor) -> Any:
    return plan.items.select_related("parent").order_by("number")


def _below(plan: Plan, actor: Actor) -> Any:
    rows = PlanItem.objects.filter(parent__plan=plan, plan__in=queries.visible_plans(actor))
    return rows.select_related("plan", "parent").order_by("plan", "number")


register(
    Register(
        model=Plan,
        title=_("Framework, plans and schemes"),
        one=_("plan"),
        about=_(
            "Each edition of the framework, the plans and the schemes, with the day from which it was in force."
        ),
        columns=(
            Column("title", _("Title"), "record"),
            Column("edition", _("Version"), "number"),
            Column("get_kind_display", _("Kind")),
            Column("body", _("Body")),
            Column("published_on", _("In force from"), "date", sort=True),
            Column("superseded_on", _("Superseded on"), "date"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Document"),
                (
                    Column("get_kind_display", _("Kind")),
                    Column("body", _("Body"), "record"),
                    Column("edition", _("Version"), "number"),
                    Column("text", _("Text")),
                    Column("changes", _("Changes against the former edition")),
                ),
            ),
            Group(
                _("Approval, filing and publication"),
                (
                    Column("consulted", _("Departments consulted and their opinions")),
                    Column("approval_number", _("Approval number"), "code"),
                    Column("approved_on", _("Approved on"), "date"),
                    Column("filing_number", _("Filing number"), "code"),
                    Column("filed_on", _("Filed on"), "date"),
                    Column("returned_because", _("Returned because")),
                    Column("published_on", _("Published on"), "date"),
                    Column("superseded_on", _("Superseded on"), "date"),
                ),
            ),
        ),
        visible=queries.visible_plans,
        filters=(
            choosing("kind", _("Kind"), PlanKind),
            of_state(Plan),
            Filter(
                "in_force_on",
                _("Edition in force on"),
                lambda value: queries.in_force_on(date.fromisoformat(value)),
            ),
        ),
        related=(
            Related(
                _("Items of the plan"),
                _items,
                (
                    Column("number", _("Item number"), "code"),
                    Column("title", _("Title")),
                    Column("parent", _("Carries out")),
                    Column("regional_reason", _("Regional reason")),
                ),
                most=200,
            ),
            Related(
                _("Carried out by"),
                _below,
                (
                    Column("plan", _("Plan"), "record"),
                    Column("number", _("Item number"), "code"),
                    Column("title", _("Title")),
                    Column("parent", _("Carries out")),
                ),
                most=50,
            ),
        ),
        search=("title",),
        owner="body",
        menu=10,
        public=True,
    )
)
