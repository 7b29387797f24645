"""How orders are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.models import Finding
from banyan.acts.register import Column, Group, Register, Related, register
from banyan.supervision.models import Order
from banyan.supervision.queries import orders as queries


def _findings(order: Order, actor: Actor) -> Any:
    return order.findings.all()


register(
    Register(
        model=Order,
        title=_("Orders to correct"),
        one=_("order"),
        about=_(
            "What managing departments ordered to be corrected, and what came of it (articles 34 and 35)."
        ),
        columns=("demands", "body", "issued_by"),
        groups=(
            Group(
                _("Order"),
                (
                    "issued_by",
                    "body",
                    "demands",
                    "report",
                    "evidence",
                    "check_result",
                    Column("referral", _("Referral"), "record"),
                ),
            ),
        ),
        visible=queries.visible_orders,
        related=(
            Related(_("Findings"), _findings, (Column("title", _("What"), opens=True), "state"), of=Finding),
        ),
        search=("demands", "body__name"),
        owner="body",
        menu=10,
    )
)
