"""How networks and access works are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Place, Register, register
from banyan.acts.scopes import choosing, holding, of_body, of_state
from banyan.infrastructure.models import AccessWork, Network
from banyan.infrastructure.queries import networks as queries
from banyan.infrastructure.queries.existing import to_be_integrated
from banyan.infrastructure.registers.existing import BODY, BY, INTEGRATION, KIND, NAME, STATE

register(
    Register(
        model=Network,
        title=_("Networks"),
        one=_("network"),
        about=_("The backbone, and private networks to be integrated or retained by a review (article 13)."),
        columns=(NAME, BODY, KIND, BY, Column("retained_until", _("Retained until"), "date"), STATE),
        groups=(
            Group(
                _("Network"),
                (
                    Column("body", _("Body"), "record"),
                    KIND,
                    Column("purpose", _("Purpose")),
                    Column("agreement", _("Commission"), "record"),
                    Column("availability", _("Availability"), "percent"),
                    Column("incidents", _("Incidents in the month"), "number"),
                    Column("reported_on", _("Operation reported on"), "date"),
                ),
            ),
            Group(
                _("Review"),
                (
                    Column("reason", _("Why it is to be retained")),
                    Column("review_on", _("Review held on"), "date"),
                    Column("experts", _("Experts")),
                    Column("opinion", _("Opinion of the review")),
                    Column("retained_until", _("Retained until"), "date"),
                ),
            ),
            INTEGRATION,
        ),
        visible=queries.visible_networks,
        filters=(
            of_state(Network),
            choosing("kind", _("Kind"), Network.Kind),
            *of_body(),
            holding("stock", _("Existing before the Measures"), to_be_integrated),
        ),
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
        columns=(
            Column("unit", _("Unit"), "record"),
            Column("access_point", _("Access point")),
            Column("bandwidth", _("Bandwidth (Mbit/s)"), "number"),
            Column("planned_for", _("Planned for"), "date", sort=True),
            Column("connected_on", _("Connected on"), "date"),
            STATE,
        ),
        groups=(
            Group(
                _("Access work"),
                (
                    Column("body", _("Managing department"), "record"),
                    Column("unit", _("Unit"), "record"),
                    Column("access_point", _("Access point")),
                    Column("bandwidth", _("Bandwidth (Mbit/s)"), "number"),
                    Column("planned_for", _("Planned for"), "date"),
                    Column("connected_on", _("Connected on"), "date"),
                ),
            ),
        ),
        visible=queries.visible_access,
        filters=(of_state(AccessWork),),
        search=("unit__name", "access_point"),
        owner="unit",
        menu=12,
        place=Place("unit__region_code", unsettled=("planned",)),
    )
)
