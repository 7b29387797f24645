"""What the registers of all that exists have in common."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Filter, Group

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


def states(model: Any) -> Filter:
    """The filter by state."""
    choices = list(model.State.choices)
    return Filter("state", _("State"), "state", lambda actor: [(one, str(word)) for one, word in choices])


def kinds(model: Any) -> Filter:
    """The filter by kind."""
    choices = list(model.Kind.choices)
    return Filter("kind", _("Kind"), "kind", lambda actor: [(one, str(word)) for one, word in choices])
