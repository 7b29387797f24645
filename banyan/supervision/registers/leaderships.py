"""How the leading bodies of governments are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, register
from banyan.acts.scopes import of_body, of_state
from banyan.supervision.models import Leadership
from banyan.supervision.queries import leaderships as queries
from banyan.supervision.queries.coordination import visible_cases


def _cases(leadership: Leadership, actor: Actor) -> Any:
    return visible_cases(actor).filter(leadership=leadership).order_by("-pk")


register(
    Register(
        model=Leadership,
        title=_("Leadership of governments"),
        one=_("leadership"),
        about=_(
            "The leading body of each government and the leader responsible for e-government (article 4)."
        ),
        columns=(
            Column("name", _("Leading body"), "record", sort=True),
            Column("leader", _("Leader responsible")),
            Column("body", _("Government")),
            Column("since", _("Since"), "date"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Leadership"),
                (
                    Column("body", _("Government"), "record"),
                    Column("name", _("Leading body")),
                    Column("leader", _("Leader responsible")),
                    Column("duties", _("What it decides")),
                    Column("since", _("Since"), "date"),
                ),
            ),
        ),
        visible=queries.visible_leaderships,
        filters=(of_state(Leadership), *of_body()),
        related=(
            Related(
                _("Disputes before it"),
                _cases,
                (
                    Column("__str__", _("Subject"), "record"),
                    Column("body", _("Brought by")),
                    Column("other", _("Other side")),
                    Column("outcome", _("Outcome")),
                    Column("state", _("State"), "state"),
                ),
            ),
        ),
        search=("name", "leader", "body__name"),
        owner="body",
        menu=38,
        public=True,
    )
)
