"""How data centres are listed and shown."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Place, Register, Related, register
from banyan.acts.scopes import holding, of_body, of_state
from banyan.infrastructure.models import DataCentre
from banyan.infrastructure.queries import centres as queries
from banyan.infrastructure.registers.existing import BODY, BY, INTEGRATION, NAME, STATE


def _stock() -> Q:
    return Q(state__in=[DataCentre.State.STOCK, DataCentre.State.INTEGRATED])


register(
    Register(
        model=DataCentre,
        title=_("Data centres"),
        one=_("data centre"),
        about=_("Data centres asked for, approved or to be integrated (article 14)."),
        columns=(
            NAME,
            BODY,
            Column("get_work_display", _("Work")),
            Column("racks", _("Racks"), "number"),
            BY,
            STATE,
        ),
        groups=(
            Group(
                _("Data centre"),
                (
                    Column("body", _("Body"), "record"),
                    Column("approver", _("Managing department"), "record"),
                    Column("get_work_display", _("Work")),
                    Column("reason", _("Reason")),
                    Column("racks", _("Racks"), "number"),
                    Column("into", _("Moves to"), "record"),
                ),
            ),
            INTEGRATION,
        ),
        visible=queries.visible_centres,
        filters=(
            of_state(DataCentre),
            *of_body(),
            holding("stock", _("Existing before the Measures"), _stock),
        ),
        related=(
            Related(
                _("Systems hosted here"),
                queries.systems_hosted,
                (NAME, BODY, Column("grade", _("Protection level (MLPS)"), "number"), STATE),
            ),
        ),
        search=("name", "body__name"),
        owner="body",
        menu=20,
        place=Place("body__region_code", unsettled=("to_integrate",)),
    )
)
