"""How grid teams and cells are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Place, Register, Related, register
from banyan.acts.scopes import of_body, of_state
from banyan.infrastructure.models import GridCell, GridTeam
from banyan.infrastructure.queries import grid as queries
from banyan.infrastructure.registers.existing import NAME, STATE

CODE = Column("code", _("Code"), "code", sort=True)
COMMUNITY = Column("community", _("Community or village"))
OF_ITSELF = Column("__str__", _("Name"), "record")
MEMBERS = Column("members", _("Members"), "number")
SET_UP_BY = Column("body", _("Set up by"), "record")

register(
    Register(
        model=GridTeam,
        title=_("Grid teams"),
        one=_("grid team"),
        about=_(
            "One team looks after a cell for every line of work; units have none of their own (articles 19 and 31)."
        ),
        columns=(NAME, Column("body", _("Set up by")), Column("region", _("Works in")), MEMBERS, STATE),
        groups=(Group(_("Grid team"), (SET_UP_BY, Column("region", _("Works in"), "record"), MEMBERS)),),
        visible=queries.visible_teams,
        filters=(of_state(GridTeam), *of_body("body", region="region__code")),
        related=(
            Related(_("Grid cells"), queries.cells_of, (OF_ITSELF, CODE, COMMUNITY), most=50),
            Related(
                _("Shared grid terminals"),
                queries.terminals_of,
                (OF_ITSELF, Column("body", _("Body")), Column("number", _("Number of devices"), "number")),
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
        columns=(CODE, Column("name", _("Name")), COMMUNITY, Column("team", _("Grid team")), STATE),
        groups=(
            Group(
                _("Grid cell"),
                (
                    CODE,
                    Column("community", _("Community or village"), "record"),
                    Column("team", _("Grid team"), "record"),
                    Column("team.body", _("Set up by"), "record"),
                ),
            ),
        ),
        visible=queries.visible_cells,
        filters=(of_state(GridCell), *of_body("team__body", region="community__code")),
        search=("name", "code", "community__name", "team__name"),
        owner="team.body",
        code="code",
        menu=25,
    )
)
