"""How orders are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, register
from banyan.acts.scopes import of_body, of_state
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
        columns=(
            Column("demands", _("What is to be corrected"), "record"),
            Column("body", _("Body")),
            Column("issued_by", _("Managing department")),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Order"),
                (
                    Column("issued_by", _("Managing department"), "record"),
                    Column("body", _("Body"), "record"),
                    Column("demands", _("What is to be corrected")),
                    Column("report", _("Report of the body")),
                    Column("evidence", _("Evidence of the correction")),
                    Column("check_result", _("Result of the check")),
                    Column("referral", _("Referral"), "record"),
                ),
            ),
        ),
        visible=queries.visible_orders,
        filters=(of_state(Order), *of_body()),
        related=(
            Related(
                _("Findings"),
                _findings,
                (Column("title", _("What"), "record"), Column("state", _("State"), "state")),
            ),
        ),
        search=("demands", "body__name"),
        owner="body",
        menu=10,
    )
)
