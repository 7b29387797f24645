"""How networks and access works are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Place, Register, register
from banyan.acts.scopes import holding
from banyan.infrastructure.models import AccessWork, Network
from banyan.infrastructure.queries import networks as queries
from banyan.infrastructure.queries.existing import to_be_integrated
from banyan.infrastructure.registers.existing import BY, INTEGRATION, NAME

register(
    Register(
        model=Network,
        title=_("Networks"),
        one=_("network"),
        about=_("The backbone, and private networks to be integrated or retained by a review (article 13)."),
        columns=(NAME, "body", "kind", BY, "retained_until"),
        groups=(
            Group(
                _("Network"),
                (
                    "body",
                    "kind",
                    "purpose",
                    Column("agreement", _("Commission")),
                    Column("availability", _("Availability")),
                    "incidents",
                    "reported_on",
                ),
            ),
            Group(_("Review"), ("reason", "review_on", "experts", "opinion", "retained_until")),
            INTEGRATION,
        ),
        visible=queries.visible_networks,
        filters=("kind", holding("stock", _("Existing before the Measures"), to_be_integrated)),
        search=("name", "body__name"),
        owner="body",
        menu=11,
        place=Place("body__region_code", unsettled=("to_integrate",)),
    )
)

register(
    Register(
        model=AccessWork,
        title=_("Access works"),
        one=_("access work"),
        about=_("Which units are connected to the government network, and which are to be (article 13)."),
        columns=("unit", "access_point", "bandwidth", Column("planned_for", sort=True), "connected_on"),
        groups=(
            Group(
                _("Access work"), ("body", "unit", "access_point", "bandwidth", "planned_for", "connected_on")
            ),
        ),
        visible=queries.visible_access,
        search=("unit__name", "access_point"),
        owner="unit",
        menu=12,
        place=Place("unit__region_code", unsettled=("planned",)),
    )
)
