"""How development uses are listed and shown, also beside the resource that they rest on."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, Related, beside, register
from banyan.acts.scopes import of_body
from banyan.catalogue.models import Development, Resource
from banyan.catalogue.queries import developments as queries

register(
    Register(
        model=Development,
        title=_("Development uses"),
        one=_("development use"),
        about=_("Who outside government develops what is opened, and what came of it (article 5)."),
        columns=("developer", "resource", "made", "users", Column("until", sort=True)),
        groups=(
            Group(_("Development"), ("developer", "resource", "purpose", "terms", "since", "until", "body")),
            Group(_("What came of it"), ("made", "users", "told_on")),
        ),
        visible=queries.visible_developments,
        filters=of_body("resource__body"),
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
        (Column("developer", _("Developer")), "made", "users", "state"),
        of=Development,
    ),
)
