"""What the registers of all that exists have in common."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group

BY = Column("integrate_by", _("To be integrated by"), "date", sort=True)
NAME = Column("name", _("Name"), "record", sort=True)
BODY = Column("body", _("Body"))
KIND = Column("get_kind_display", _("Kind"))
STATE = Column("state", _("State"), "state")
INTEGRATION = Group(
    _("Integration"),
    (
        Column("running_since", _("Running since"), "date"),
        Column("entered_on", _("Entered on"), "date"),
        Column("plan", _("Plan of integration")),
        Column("integrate_by", _("To be integrated by"), "date"),
        Column("integrated_on", _("Integrated on"), "date"),
        Column("answer", _("Answer")),
    ),
)
