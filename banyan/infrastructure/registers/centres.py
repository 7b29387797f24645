"""How data centres are listed and shown."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Place, Register, Related, register
from banyan.acts.scopes import holding
from banyan.infrastructure.models import DataCentre, System
from banyan.infrastructure.queries import centres as queries
from banyan.infrastructure.registers.existing import BY, INTEGRATION, NAME


def _stock() -> Q:
    return Q(state__in=[DataCentre.State.STOCK, DataCentre.State.INTEGRATED])


register(
    Register(
        model=DataCentre,
        title=_("Data centres"),
        one=_("data centre"),
        about=_("Data centres asked for, approved or to be integrated (article 14)."),
        columns=(NAME, "body", "work", "racks", BY),
        groups=(
            Group(
                _("Data centre"),
                (
                    "body",
                    Column("approver", _("Managing department"), "record"),
                    "work",
                    "reason",
                    "racks",
                    "into",
                ),
            ),
            INTEGRATION,
        ),
        visible=queries.visible_centres,
        filters=(holding("stock", _("Existing before the Measures"), _stock),),
        related=(
            Related(
                _("Systems hosted here"),
                queries.systems_hosted,
                (Column("name", opens=True), "body", "grade", "state"),
                of=System,
            ),
        ),
        search=("name", "body__name"),
        owner="body",
        menu=20,
        place=Place("body__region_code", unsettled=("to_integrate",)),
    )
)
