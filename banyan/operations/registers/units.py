"""How qualifications and commissions are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, register
from banyan.acts.scopes import of_state
from banyan.operations.models import Commission, Qualification
from banyan.operations.queries import units as queries

CERTIFICATE = (
    Column("get_kind_display", _("Kind")),
    Column("certificate", _("Certificate number"), "code"),
    Column("issuer", _("Issued by")),
    Column("valid_until", _("Valid until"), "date", sort=True),
)


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
        columns=(
            Column("unit", _("Technical service unit"), "record"),
            *CERTIFICATE,
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Qualification"),
                (
                    Column("unit", _("Technical service unit"), "record"),
                    *CERTIFICATE,
                    Column("remark", _("Result of the check")),
                ),
            ),
        ),
        visible=queries.visible_qualifications,
        filters=(of_state(Qualification),),
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
        columns=(
            Column("scope", _("What for"), "record"),
            Column("agreement.body", _("Body")),
            Column("agreement.supplier", _("Technical service unit")),
            Column("get_work_display", _("Kind of work")),
            Column("until", _("Until"), "date", sort=True),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Commission"),
                (
                    Column("scope", _("What for")),
                    Column("get_work_display", _("Kind of work")),
                    Column("agreement", _("Agreement"), "record"),
                    Column("agreement.body", _("Body"), "record"),
                    Column("agreement.supplier", _("Technical service unit"), "record"),
                    Column("since", _("Since"), "date"),
                    Column("until", _("Until"), "date"),
                    Column("ended_because", _("Ended because")),
                ),
            ),
        ),
        visible=queries.visible_commissions,
        filters=(of_state(Commission),),
        related=(
            Related(
                _("Systems it covers"),
                _systems,
                (Column("name", _("Name"), "record"), Column("state", _("State"), "state")),
            ),
        ),
        search=("scope", "agreement__supplier__name", "agreement__body__name"),
        owner="agreement.body",
        menu=62,
    )
)
