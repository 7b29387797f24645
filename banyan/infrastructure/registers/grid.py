"""How grid teams and cells are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Place, Register, Related, register
from banyan.acts.scopes import of_body
from banyan.infrastructure.models import GridCell, GridTeam, Platform
from banyan.infrastructure.queries import grid as queries
from banyan.infrastructure.registers.existing import NAME

register(
    Register(
        model=GridTeam,
        title=_("Grid teams"),
        one=_("grid team"),
        about=_(
            "One team looks after a cell for every line of work; units have none of their own (articles 19 and 31)."
        ),
        columns=(NAME, "body", "region", "members"),
        groups=(Group(_("Grid team"), ("body", "region", "members")),),
        visible=queries.visible_teams,
        related=(
            Related(
                _("Grid cells"),
                queries.cells_of,
                (Column("__str__", _("Name")), "code", "community"),
                most=50,
                of=GridCell,
            ),
            Related(
                _("Shared grid terminals"),
                queries.terminals_of,
                (Column("__str__", _("Name")), "body", "number"),
                of=Platform,
            ),
        ),
        search=("name", "body__name", "region__name"),
        owner="body",
        menu=24,
        place=Place("region__code"),
    )
)

register(
    Register(
        model=GridCell,
        title=_("Grid cells"),
        one=_("grid cell"),
        about=_("The smallest areas of urban and rural management, each with exactly one team (article 19)."),
        columns=(Column("code", sort=True), "name", "community", "team"),
        groups=(Group(_("Grid cell"), ("code", "community", "team", "team.body")),),
        visible=queries.visible_cells,
        filters=of_body("team__body", region="community__code"),
        search=("name", "code", "community__name", "team__name"),
        owner="team.body",
        code="code",
        menu=25,
    )
)
