"""How platforms and terminals are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Place, Register, register
from banyan.acts.scopes import holding
from banyan.infrastructure.models import Platform
from banyan.infrastructure.queries import platforms as queries
from banyan.infrastructure.queries.existing import to_be_integrated
from banyan.infrastructure.registers.existing import BY, INTEGRATION, NAME

register(
    Register(
        model=Platform,
        title=_("Platforms and terminals"),
        one=_("platform"),
        about=_(
            "Platforms that few build for all, and those of units to be integrated (articles 14, 17, 19, 21)."
        ),
        columns=(NAME, "body", "kind", BY),
        groups=(
            Group(
                _("Platform"),
                (
                    "body",
                    "kind",
                    "mode",
                    "purpose",
                    "number",
                    "agreement",
                    Column("follows", _("Follows the security platform")),
                    "qualification",
                    "qualified_until",
                ),
            ),
            INTEGRATION,
        ),
        visible=queries.visible_platforms,
        filters=("kind", holding("stock", _("Existing before the Measures"), to_be_integrated)),
        search=("name", "body__name"),
        owner="body",
        menu=21,
        place=Place("body__region_code", unsettled=("to_integrate",)),
    )
)
