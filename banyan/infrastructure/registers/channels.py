"""How channels are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Place, Register, Related, register
from banyan.acts.scopes import holding
from banyan.infrastructure.models import Channel, TrafficReading
from banyan.infrastructure.queries import channels as queries
from banyan.infrastructure.queries.existing import to_be_integrated
from banyan.infrastructure.registers.existing import BY, INTEGRATION, NAME

register(
    Register(
        model=Channel,
        title=_("Service channels"),
        one=_("channel"),
        about=_(
            "Portals, apps, hotlines: the unified ones, and those of units that move to them (article 20)."
        ),
        columns=(NAME, "body", "kind", Column("moved", sort=True), BY),
        groups=(Group(_("Channel"), ("body", "kind", "address", "into", "moved", "moved_on")), INTEGRATION),
        visible=queries.visible_channels,
        filters=("kind", holding("stock", _("Existing before the Measures"), to_be_integrated)),
        related=(Related(_("Readings"), queries.readings, ("day", "moved"), of=TrafficReading),),
        search=("name", "body__name", "address"),
        owner="body",
        menu=31,
        place=Place("body__region_code", unsettled=("to_integrate",)),
    )
)
