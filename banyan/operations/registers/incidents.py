"""How incidents and maintenance windows are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Filter, Group, Register, Related, beside, register
from banyan.infrastructure.models import System
from banyan.operations.models import Incident, MaintenanceWindow
from banyan.operations.queries import incidents as queries

GRADE = Column("severity", _("Grade"))


def _incidents(system: Any, actor: Actor) -> Any:
    return queries.visible_incidents(actor).filter(system=system).order_by("-reported_at")


def _windows(system: Any, actor: Actor) -> Any:
    return queries.visible_windows(actor).filter(system=system).order_by("-begins_at")


register(
    Register(
        model=Incident,
        title=_("Incidents"),
        one=_("incident"),
        about=_("Failures and attacks: reported, handled, resolved, and what was learned of them."),
        columns=("title", "system", GRADE, Column("reported_at", sort=True)),
        groups=(
            Group(
                _("Incident"),
                (
                    "system",
                    "reporter",
                    Column("handler", _("Handled by"), "record"),
                    GRADE,
                    "what",
                    "notice",
                    "reported_at",
                    "resolved_at",
                ),
            ),
            Group(_("Consequences"), ("people_affected", "records_leaked", "loss", "authority_number")),
            Group(_("Resolution"), ("cause", "remedy", "lesson")),
        ),
        visible=queries.visible_incidents,
        filters=(Filter("severity", _("Grade")),),
        search=("title", "system__name"),
        owner="system.body",
        menu=20,
    )
)

register(
    Register(
        model=MaintenanceWindow,
        title=_("Maintenance"),
        one=_("maintenance window"),
        about=_("When systems are maintained: announced in time, told to everyone, closed with the result."),
        columns=("what", "system", Column("begins_at", sort=True), "ends_at"),
        groups=(
            Group(
                _("Maintenance"),
                (
                    "system",
                    Column("maintainer", _("Done by"), "record"),
                    "begins_at",
                    "ends_at",
                    "urgent_because",
                    "result",
                ),
            ),
        ),
        visible=queries.visible_windows,
        search=("what", "system__name"),
        owner="system.body",
        menu=22,
    )
)

beside(
    System,
    Related(_("Incidents"), _incidents, ("__str__", GRADE, "reported_at", "state"), of=Incident),
    Related(
        _("Maintenance"),
        _windows,
        (Column("__str__", _("What is done")), "begins_at", "ends_at", "state"),
        of=MaintenanceWindow,
    ),
)
