"""How sensing resources and access to them are listed and shown."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Place, Register, Related, register
from banyan.acts.scopes import choosing, of_state
from banyan.infrastructure.models import SensingAccess, SensingResource
from banyan.infrastructure.queries import sensing as queries
from banyan.infrastructure.registers.existing import BODY, KIND, NAME, STATE

NUMBER = Column("number", _("Number of devices"), "number")
PLACE = Column("place", _("Place or grid cell"))

register(
    Register(
        model=SensingResource,
        title=_("Sensing resources"),
        one=_("sensing resource"),
        about=_(
            "Cameras and sensors: reported before they are set up, found before others set up theirs (14.3)."
        ),
        columns=(NAME, BODY, KIND, NUMBER, Column("region", _("Region")), PLACE, STATE),
        groups=(
            Group(
                _("Sensing resource"),
                (
                    Column("body", _("Body"), "record"),
                    Column("approver", _("Managing department"), "record"),
                    KIND,
                    NUMBER,
                    Column("region", _("Region"), "record"),
                    PLACE,
                    Column("purpose", _("Purpose")),
                    Column("answer", _("Answer")),
                    Column("existing", _("What exists"), "record"),
                    Column("in_use_since", _("In use since"), "date"),
                    Column("is_stock", _("Existed before the Measures"), "flag"),
                ),
            ),
        ),
        visible=queries.visible_sensing,
        filters=(of_state(SensingResource), choosing("kind", _("Kind"), SensingResource.Kind)),
        related=(
            Related(
                _("At the same place, of the same kind"),
                queries.at_the_same_place,
                (NAME, BODY, NUMBER, STATE),
            ),
            Related(
                _("Who may use it"),
                queries.accesses,
                (Column("unit", _("Unit")), Column("until", _("Until"), "date"), STATE),
            ),
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
        columns=(
            Column("resource", _("Sensing resource"), "record"),
            Column("unit", _("Unit")),
            Column("until", _("Until"), "date"),
            STATE,
        ),
        groups=(
            Group(
                _("Access"),
                (
                    Column("resource", _("Sensing resource"), "record"),
                    Column("resource.body", _("Body"), "record"),
                    Column("unit", _("Unit"), "record"),
                    Column("purpose", _("Purpose")),
                    Column("answer", _("Answer")),
                    Column("until", _("Until"), "date"),
                ),
            ),
        ),
        visible=queries.visible_accesses,
        filters=(of_state(SensingAccess),),
        search=("resource__name", "unit__name"),
        owner="unit",
        menu=23,
    )
)
