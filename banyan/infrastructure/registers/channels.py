"""How channels are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Place, Register, Related, register
from banyan.acts.scopes import choosing, holding, of_body, of_state
from banyan.infrastructure.models import Channel
from banyan.infrastructure.queries import channels as queries
from banyan.infrastructure.queries.existing import to_be_integrated
from banyan.infrastructure.registers.existing import BODY, BY, INTEGRATION, KIND, NAME, STATE

register(
    Register(
        model=Channel,
        title=_("Service channels"),
        one=_("channel"),
        about=_(
            "Portals, apps, hotlines: the unified ones, and those of units that move to them (article 20)."
        ),
        columns=(NAME, BODY, KIND, Column("moved", _("Traffic moved (%)"), "number", sort=True), BY, STATE),
        groups=(
            Group(
                _("Channel"),
                (
                    Column("body", _("Body"), "record"),
                    KIND,
                    Column("address", _("Address or number")),
                    Column("into", _("Moves to"), "record"),
                    Column("moved", _("Traffic moved (%)"), "number"),
                    Column("moved_on", _("Last reading"), "date"),
                ),
            ),
            INTEGRATION,
        ),
        visible=queries.visible_channels,
        filters=(
            of_state(Channel),
            choosing("kind", _("Kind"), Channel.Kind),
            *of_body(),
            holding("stock", _("Existing before the Measures"), to_be_integrated),
        ),
        related=(
            Related(
                _("Readings"),
                queries.readings,
                (Column("day", _("Day"), "date"), Column("moved", _("Traffic moved (%)"), "number")),
            ),
        ),
        search=("name", "body__name", "address"),
        owner="body",
        menu=31,
        place=Place("body__region_code", unsettled=("to_integrate",)),
    )
)
