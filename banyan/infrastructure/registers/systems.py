"""How systems are listed and shown."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Place, Register, register
from banyan.acts.scopes import holding
from banyan.infrastructure.models import System
from banyan.infrastructure.queries import systems as queries
from banyan.infrastructure.registers.existing import NAME


def _off_network() -> Q:
    return ~Q(network=System.Network.UNIFIED)


register(
    Register(
        model=System,
        title=_("Information systems"),
        one=_("system"),
        about=_("Systems of bodies: where they run, how they are protected, what they are connected to."),
        columns=(NAME, "code", "body", "grade", "network"),
        groups=(
            Group(
                _("System"),
                ("body", "agreement", "centre", "central", "link_tested_on", "live_on", "is_stock"),
            ),
            Group(
                _("Network and protection"),
                (
                    "network",
                    "endpoint",
                    "interface",
                    "grade",
                    "filing_number",
                    "filed_on",
                    "tested_on",
                    Column("test_again_by", _("To be tested again by"), "date"),
                    "test_result",
                    "audit_log",
                    "audit_months",
                ),
            ),
            Group(
                _("Connections"),
                ("faces_residents", "community_connected_on", "faces_urban_rural", "grid_connected_on"),
            ),
        ),
        visible=queries.visible_systems,
        filters=("grade", "network", holding("off_network", _("Not on the unified network"), _off_network)),
        search=("name", "code"),
        owner="body",
        code="code",
        menu=10,
        place=Place("body__region_code", unsettled=("suspended",)),
    )
)
