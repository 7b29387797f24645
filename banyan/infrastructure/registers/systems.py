"""How systems are listed and shown."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Filter, Group, Place, Register, register
from banyan.acts.scopes import choosing, holding, of_body, of_state
from banyan.infrastructure.models import System
from banyan.infrastructure.queries import systems as queries


def _off_network() -> Q:
    return ~Q(network=System.Network.UNIFIED)


register(
    Register(
        model=System,
        title=_("Information systems"),
        one=_("system"),
        about=_("Systems of bodies: where they run, how they are protected, what they are connected to."),
        columns=(
            Column("name", _("Name"), "record", sort=True),
            Column("code", _("Code"), "code"),
            Column("body", _("Body")),
            Column("grade", _("Protection level (MLPS)"), "number"),
            Column("get_network_display", _("Network")),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("System"),
                (
                    Column("body", _("Body"), "record"),
                    Column("agreement", _("Agreement"), "record"),
                    Column("centre", _("Hosted in"), "record"),
                    Column("get_central_display", _("Central software")),
                    Column("link_tested_on", _("Link tested on"), "date"),
                    Column("live_on", _("In operation since"), "date"),
                    Column("is_stock", _("Existed before the Measures"), "flag"),
                ),
            ),
            Group(
                _("Network and protection"),
                (
                    Column("get_network_display", _("Network")),
                    Column("endpoint", _("Endpoint")),
                    Column("interface", _("Interface")),
                    Column("grade", _("Protection level (MLPS)"), "number"),
                    Column("filing_number", _("Police filing number"), "code"),
                    Column("filed_on", _("Filed on"), "date"),
                    Column("tested_on", _("Last protection test"), "date"),
                    Column("test_again_by", _("To be tested again by"), "date"),
                    Column("test_result", _("Result of the test")),
                    Column("audit_log", _("Where its audit log is kept")),
                    Column("audit_months", _("Months for which its audit log is kept"), "number"),
                ),
            ),
            Group(
                _("Connections"),
                (
                    Column("faces_residents", _("Faces residents"), "flag"),
                    Column("community_connected_on", _("Connected to the community platform"), "date"),
                    Column("faces_urban_rural", _("Faces urban and rural management"), "flag"),
                    Column("grid_connected_on", _("Connected to the grid platform"), "date"),
                ),
            ),
        ),
        visible=queries.visible_systems,
        filters=(
            of_state(System),
            Filter("grade", _("Protection level (MLPS)"), "grade"),
            choosing("network", _("Network"), System.Network),
            *of_body(),
            holding("off_network", _("Not on the unified network"), _off_network),
        ),
        search=("name", "code"),
        owner="body",
        code="code",
        menu=10,
        place=Place("body__region_code", unsettled=("suspended",)),
    )
)
