"""How the leading bodies of governments are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, register
from banyan.supervision.models import CoordinationCase, Leadership
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
        columns=(Column("name", sort=True), "leader", "body", "since"),
        groups=(Group(_("Leadership"), ("body", "name", "leader", "duties", "since")),),
        visible=queries.visible_leaderships,
        related=(
            Related(
                _("Disputes before it"),
                _cases,
                (Column("__str__", _("Subject")), "body", "other", Column("outcome", _("Outcome")), "state"),
                of=CoordinationCase,
            ),
        ),
        search=("name", "leader", "body__name"),
        owner="body",
        menu=38,
        public=True,
    )
)
