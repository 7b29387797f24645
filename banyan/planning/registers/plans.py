"""How the framework, plans and schemes are listed and shown."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Filter, Group, Register, Related, register
from banyan.planning.models import Plan, PlanItem
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
            "title",
            Column("edition", _("Version")),
            "kind",
            "body",
            Column("published_on", _("In force from"), sort=True),
            "superseded_on",
        ),
        groups=(
            Group(
                _("Document"),
                (
                    "kind",
                    "body",
                    Column("edition", _("Version")),
                    "text",
                    Column("changes", _("Changes against the former edition")),
                ),
            ),
            Group(
                _("Approval, filing and publication"),
                (
                    "consulted",
                    "approval_number",
                    "approved_on",
                    "filing_number",
                    "filed_on",
                    "returned_because",
                    "published_on",
                    "superseded_on",
                ),
            ),
        ),
        visible=queries.visible_plans,
        filters=(
            "kind",
            "state",
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
                (Column("number", _("Item number")), "title", "parent", "regional_reason"),
                most=200,
                of=PlanItem,
            ),
            Related(
                _("Carried out by"),
                _below,
                (Column("plan", kind="record"), Column("number", _("Item number")), "title", "parent"),
                most=50,
                name="carried_out_by",
                of=PlanItem,
            ),
        ),
        search=("title",),
        owner="body",
        menu=10,
        public=True,
    )
)
