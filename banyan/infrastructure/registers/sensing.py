"""How sensing resources and access to them are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Place, Register, Related, register
from banyan.infrastructure.models import SensingAccess, SensingResource
from banyan.infrastructure.queries import sensing as queries
from banyan.infrastructure.registers.existing import NAME

register(
    Register(
        model=SensingResource,
        title=_("Sensing resources"),
        one=_("sensing resource"),
        about=_(
            "Cameras and sensors: reported before they are set up, found before others set up theirs (14.3)."
        ),
        columns=(NAME, "body", "kind", "number", "region", "place"),
        groups=(
            Group(
                _("Sensing resource"),
                (
                    "body",
                    Column("approver", _("Managing department"), "record"),
                    "kind",
                    "number",
                    "region",
                    "place",
                    "purpose",
                    "answer",
                    "existing",
                    "in_use_since",
                    "is_stock",
                ),
            ),
        ),
        visible=queries.visible_sensing,
        filters=("kind",),
        related=(
            Related(
                _("At the same place, of the same kind"),
                queries.at_the_same_place,
                (Column("name", opens=True), "body", "number", "state"),
                of=SensingResource,
            ),
            Related(_("Who may use it"), queries.accesses, ("unit", "until", "state"), of=SensingAccess),
        ),
        search=("name", "place", "body__name"),
        owner="body",
        menu=22,
        place=Place("region__code", unsettled=("reported",)),
    )
)

register(
    Register(
        model=SensingAccess,
        title=_("Access to sensing"),
        one=_("access to sensing"),
        about=_("Who uses the cameras and sensors of others instead of setting up their own (article 14.3)."),
        columns=("resource", "unit", "until"),
        groups=(Group(_("Access"), ("resource", "resource.body", "unit", "purpose", "answer", "until")),),
        visible=queries.visible_accesses,
        search=("resource__name", "unit__name"),
        owner="unit",
        menu=23,
    )
)
