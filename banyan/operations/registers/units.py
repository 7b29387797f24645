"""How qualifications and commissions are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, register
from banyan.infrastructure.models import System
from banyan.operations.models import Commission, Qualification
from banyan.operations.queries import units as queries


def _systems(commission: Any, actor: Actor) -> Any:
    return commission.systems.order_by("name")


register(
    Register(
        model=Qualification,
        title=_("Qualifications"),
        one=_("qualification"),
        about=_(
            "Certificates of technical service units: checked by the managing department, with their end."
        ),
        columns=("unit", "kind", "certificate", "issuer", Column("valid_until", sort=True)),
        groups=(
            Group(_("Qualification"), ("unit", "kind", "certificate", "issuer", "valid_until", "remark")),
        ),
        visible=queries.visible_qualifications,
        search=("unit__name", "certificate"),
        owner="unit",
        code="certificate",
        menu=60,
    )
)

register(
    Register(
        model=Commission,
        title=_("Commissions"),
        one=_("commission"),
        about=_("Which body has which technical service unit do what, until when (article 7)."),
        columns=("scope", "agreement.body", "agreement.supplier", "work", Column("until", sort=True)),
        groups=(
            Group(
                _("Commission"),
                (
                    "scope",
                    "work",
                    "agreement",
                    "agreement.body",
                    "agreement.supplier",
                    "since",
                    "until",
                    "ended_because",
                ),
            ),
        ),
        visible=queries.visible_commissions,
        related=(
            Related(_("Systems it covers"), _systems, (Column("name", opens=True), "state"), of=System),
        ),
        search=("scope", "agreement__supplier__name", "agreement__body__name"),
        owner="agreement.body",
        menu=62,
    )
)
