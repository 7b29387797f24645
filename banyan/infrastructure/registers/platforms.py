"""How platforms and terminals are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Place, Register, register
from banyan.acts.scopes import choosing, holding, of_body, of_state
from banyan.infrastructure.models import Platform
from banyan.infrastructure.queries import platforms as queries
from banyan.infrastructure.queries.existing import to_be_integrated
from banyan.infrastructure.registers.existing import BODY, BY, INTEGRATION, KIND, NAME, STATE

register(
    Register(
        model=Platform,
        title=_("Platforms and terminals"),
        one=_("platform"),
        about=_(
            "Platforms that few build for all, and those of units to be integrated (articles 14, 17, 19, 21)."
        ),
        columns=(NAME, BODY, KIND, BY, STATE),
        groups=(
            Group(
                _("Platform"),
                (
                    Column("body", _("Body"), "record"),
                    KIND,
                    Column("get_mode_display", _("Mode of building")),
                    Column("purpose", _("Purpose")),
                    Column("number", _("Number of devices"), "number"),
                    Column("agreement", _("Agreement"), "record"),
                    Column("follows", _("Follows the security platform"), "record"),
                    Column("qualification", _("Qualification of the supplier")),
                    Column("qualified_until", _("Qualified until"), "date"),
                ),
            ),
            INTEGRATION,
        ),
        visible=queries.visible_platforms,
        filters=(
            of_state(Platform),
            choosing("kind", _("Kind"), Platform.Kind),
            *of_body(),
            holding("stock", _("Existing before the Measures"), to_be_integrated),
        ),
        search=("name", "body__name"),
        owner="body",
        menu=21,
        place=Place("body__region_code", unsettled=("to_integrate",)),
    )
)
