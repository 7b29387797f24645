"""How mechanisms of security supervision are listed and shown, and the security checks of a system."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, beside, register
from banyan.infrastructure.models import System
from banyan.supervision.models import Inspection, SecurityMechanism
from banyan.supervision.queries import mechanisms as queries
from banyan.supervision.queries.inspections import visible_inspections

CHECKS = (Column("__str__", _("Security check")), "planned_on", "concluded_on", "state")


def _checks(mechanism: Any, actor: Actor) -> Any:
    return visible_inspections(actor).filter(mechanism=mechanism).order_by("-planned_on", "-pk")


def _checks_of(system: Any, actor: Actor) -> Any:
    return visible_inspections(actor).filter(systems=system).order_by("-planned_on", "-pk")


register(
    Register(
        model=SecurityMechanism,
        title=_("Security supervision"),
        one=_("security supervision mechanism"),
        about=_("By whom, how and how often the security of systems is supervised (article 32.3)."),
        columns=(
            "title",
            "number",
            "office",
            Column("since", _("From"), sort=True),
            Column("until", _("To")),
        ),
        groups=(
            Group(
                _("Security supervision mechanism"),
                ("office", "number", Column("since", _("From")), Column("until", _("To")), "every_months"),
            ),
            Group(_("Text"), ("text",)),
        ),
        visible=queries.visible_mechanisms,
        related=(Related(_("Security checks"), _checks, CHECKS, name="checks", of=Inspection),),
        search=("title", "text", "number"),
        owner="office",
        code="number",
        menu=8,
        public=True,
    )
)

beside(System, Related(_("Security checks"), _checks_of, CHECKS, name="checks", of=Inspection))
