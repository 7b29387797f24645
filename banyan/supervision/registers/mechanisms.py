"""How mechanisms of security supervision are listed and shown, and the security checks of a system."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, beside, register
from banyan.acts.scopes import of_state
from banyan.infrastructure.models import System
from banyan.supervision.models import SecurityMechanism
from banyan.supervision.queries import mechanisms as queries
from banyan.supervision.queries.inspections import visible_inspections

CHECKS = (
    Column("__str__", _("Security check"), "record"),
    Column("planned_on", _("Planned on"), "date"),
    Column("concluded_on", _("Concluded on"), "date"),
    Column("state", _("State"), "state"),
)


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
            Column("title", _("Title"), "record"),
            Column("number", _("Document number"), "code"),
            Column("office", _("Network security department")),
            Column("since", _("From"), "date", sort=True),
            Column("until", _("To"), "date"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Security supervision mechanism"),
                (
                    Column("office", _("Network security department"), "record"),
                    Column("number", _("Document number"), "code"),
                    Column("since", _("From"), "date"),
                    Column("until", _("To"), "date"),
                    Column("every_months", _("Months between two checks"), "number"),
                ),
            ),
            Group(_("Text"), (Column("text", _("Text")),)),
        ),
        visible=queries.visible_mechanisms,
        filters=(of_state(SecurityMechanism),),
        related=(Related(_("Security checks"), _checks, CHECKS, name="checks"),),
        search=("title", "text", "number"),
        owner="office",
        code="number",
        menu=8,
        public=True,
    )
)

beside(System, Related(_("Security checks"), _checks_of, CHECKS, name="checks"))
