"""How budget lines, payments and holds are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.models import Finding
from banyan.acts.register import Column, Group, Register, Related, register
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
        columns=("project", "year", "kind", "amount", "score"),
        groups=(
            Group(
                _("Money"),
                ("project", "kind", "year", "amount", Column("finance", _("Finance department"), "record")),
            ),
            Group(
                _("Opinion of the managing department"),
                (
                    "project.body",
                    Column("score_today", _("Score of the unit today"), "number"),
                    Column("managing", _("Managing department"), "record"),
                    Column("score", _("Score of the unit on the day of the opinion")),
                    "opinion",
                    "weighed",
                ),
            ),
        ),
        visible=queries.visible_lines,
        filters=("year",),
        related=(Related(_("Payments"), _payments, ("amount", "milestone", "paid_on", "state"), of=Payment),),
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
        columns=("line", "milestone", "amount", "paid_on"),
        groups=(Group(_("Payment"), ("line", "line.project", "milestone", "amount", "paid_on")),),
        visible=queries.visible_payments,
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
        columns=("project", "kind", "reason"),
        groups=(Group(_("Hold"), ("project", "kind", "reason", "ends_when", "released_on")),),
        visible=queries.visible_holds,
        related=(
            Related(_("Findings"), _findings, (Column("title", _("What"), opens=True), "state"), of=Finding),
        ),
        search=("project__name",),
        owner="project.body",
        menu=44,
    )
)
