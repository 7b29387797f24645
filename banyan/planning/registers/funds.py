"""How budget lines, payments and holds are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Filter, Group, Register, Related, register
from banyan.acts.scopes import of_body, of_state
from banyan.planning.models import BudgetLine, Hold, Payment
from banyan.planning.queries import funds as queries


def _payments(line: BudgetLine, actor: Actor) -> Any:
    return line.payments.order_by("-pk")


def _findings(hold: Hold, actor: Actor) -> Any:
    return hold.findings.all()


register(
    Register(
        model=BudgetLine,
        title=_("Budget lines"),
        one=_("budget line"),
        about=_("Money for projects, with the score of the unit and how it was weighed (articles 4 and 36)."),
        columns=(
            Column("project", _("Project"), "record"),
            Column("year", _("Year"), "code"),
            Column("get_kind_display", _("Kind")),
            Column("amount", _("Amount (yuan)"), "number"),
            Column("score", _("Score of the unit"), "number"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Money"),
                (
                    Column("project", _("Project"), "record"),
                    Column("get_kind_display", _("Kind")),
                    Column("year", _("Year"), "code"),
                    Column("amount", _("Amount (yuan)"), "number"),
                    Column("finance", _("Finance department"), "record"),
                ),
            ),
            Group(
                _("Opinion of the managing department"),
                (
                    Column("project.body", _("Unit"), "record"),
                    Column("score_today", _("Score of the unit today"), "number"),
                    Column("managing", _("Managing department"), "record"),
                    Column("score", _("Score of the unit on the day of the opinion"), "number"),
                    Column("opinion", _("Opinion")),
                    Column("weighed", _("How the score was weighed")),
                ),
            ),
        ),
        visible=queries.visible_lines,
        filters=(
            of_state(BudgetLine),
            Filter("year", _("Year"), "year"),
        ),
        related=(
            Related(
                _("Payments"),
                _payments,
                (
                    Column("amount", _("Amount (yuan)"), "record"),
                    Column("milestone", _("Milestone")),
                    Column("paid_on", _("Paid on"), "date"),
                    Column("state", _("State"), "state"),
                ),
            ),
        ),
        search=("project__name",),
        owner="project.body",
        menu=40,
    )
)
register(
    Register(
        model=Payment,
        title=_("Payments"),
        one=_("payment"),
        about=_("What may be paid, what is held and why."),
        columns=(
            Column("line", _("Budget line"), "record"),
            Column("milestone", _("Milestone")),
            Column("amount", _("Amount (yuan)"), "number"),
            Column("paid_on", _("Paid on"), "date"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Payment"),
                (
                    Column("line", _("Budget line"), "record"),
                    Column("line.project", _("Project"), "record"),
                    Column("milestone", _("Milestone"), "record"),
                    Column("amount", _("Amount (yuan)"), "number"),
                    Column("paid_on", _("Paid on"), "date"),
                ),
            ),
        ),
        visible=queries.visible_payments,
        filters=(of_state(Payment),),
        search=("line__project__name",),
        owner="line.project.body",
        menu=42,
    )
)
register(
    Register(
        model=Hold,
        title=_("Holds"),
        one=_("hold"),
        about=_("What stops money, building or acceptance while a finding lasts (article 36.2)."),
        columns=(
            Column("project", _("Project"), "record"),
            Column("get_kind_display", _("Kind")),
            Column("reason", _("Reason")),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Hold"),
                (
                    Column("project", _("Project"), "record"),
                    Column("get_kind_display", _("Kind")),
                    Column("reason", _("Reason")),
                    Column("ends_when", _("What ends it")),
                    Column("released_on", _("Released on"), "date"),
                ),
            ),
        ),
        visible=queries.visible_holds,
        filters=(of_state(Hold), *of_body("project__body")),
        related=(
            Related(
                _("Findings"),
                _findings,
                (Column("title", _("What"), "record"), Column("state", _("State"), "state")),
            ),
        ),
        search=("project__name",),
        owner="project.body",
        menu=44,
    )
)
