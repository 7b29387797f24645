"""How development uses are listed and shown, also beside the resource that they rest on."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, Related, beside, register
from banyan.acts.scopes import of_body, of_state
from banyan.catalogue.models import Development, Resource
from banyan.catalogue.queries import developments as queries

MADE = Column("made", _("What was made of it"))
USERS = Column("users", _("People and firms who use it"), "number")
STATE = Column("state", _("State"), "state")

register(
    Register(
        model=Development,
        title=_("Development uses"),
        one=_("development use"),
        about=_("Who outside government develops what is opened, and what came of it (article 5)."),
        columns=(
            Column("developer", _("Developer"), "record"),
            Column("resource", _("Resource")),
            MADE,
            USERS,
            Column("until", _("Until"), "date", sort=True),
            STATE,
        ),
        groups=(
            Group(
                _("Development"),
                (
                    Column("developer", _("Developer")),
                    Column("resource", _("Resource"), "record"),
                    Column("purpose", _("Purpose")),
                    Column("terms", _("Terms of use")),
                    Column("since", _("Since"), "date"),
                    Column("until", _("Until"), "date"),
                    Column("body", _("Organised by"), "record"),
                ),
            ),
            Group(_("What came of it"), (MADE, USERS, Column("told_on", _("Last told on"), "date"))),
        ),
        visible=queries.visible_developments,
        filters=(of_state(Development), *of_body("resource__body")),
        search=("developer", "purpose", "resource__name"),
        owner="body",
        menu=26,
    )
)
beside(
    Resource,
    Related(
        _("Developed by"),
        queries.developments_of,
        (Column("developer", _("Developer"), "record"), MADE, USERS, STATE),
    ),
)
