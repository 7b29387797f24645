"""How incidents and maintenance windows are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, beside, register
from banyan.acts.scopes import choosing, of_state
from banyan.infrastructure.models import System
from banyan.operations.models import Incident, MaintenanceWindow
from banyan.operations.queries import incidents as queries

SPAN = (
    Column("begins_at", _("Begins"), "moment", sort=True),
    Column("ends_at", _("Ends"), "moment"),
)


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
        columns=(
            Column("title", _("Title"), "record"),
            Column("system", _("System")),
            Column("get_severity_display", _("Grade")),
            Column("reported_at", _("Reported at"), "moment", sort=True),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Incident"),
                (
                    Column("system", _("System"), "record"),
                    Column("reporter", _("Reported by"), "record"),
                    Column("handler", _("Handled by"), "record"),
                    Column("get_severity_display", _("Grade")),
                    Column("what", _("What happened")),
                    Column("notice", _("Told to users")),
                    Column("reported_at", _("Reported at"), "moment"),
                    Column("resolved_at", _("Resolved at"), "moment"),
                ),
            ),
            Group(
                _("Consequences"),
                (
                    Column("people_affected", _("People affected"), "number"),
                    Column("records_leaked", _("Persons whose data leaked"), "number"),
                    Column("loss", _("Direct loss (yuan)"), "number"),
                    Column("authority_number", _("Report to the cyberspace administration"), "code"),
                ),
            ),
            Group(
                _("Resolution"),
                (
                    Column("cause", _("Cause")),
                    Column("remedy", _("Remedy")),
                    Column("lesson", _("What is learned")),
                ),
            ),
        ),
        visible=queries.visible_incidents,
        filters=(of_state(Incident), choosing("severity", _("Grade"), Incident.Severity)),
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
        columns=(
            Column("what", _("What is done"), "record"),
            Column("system", _("System")),
            *SPAN,
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Maintenance"),
                (
                    Column("system", _("System"), "record"),
                    Column("maintainer", _("Done by"), "record"),
                    *SPAN,
                    Column("urgent_because", _("Urgent because")),
                    Column("result", _("Result")),
                ),
            ),
        ),
        visible=queries.visible_windows,
        filters=(of_state(MaintenanceWindow),),
        search=("what", "system__name"),
        owner="system.body",
        menu=22,
    )
)

beside(
    System,
    Related(
        _("Incidents"),
        _incidents,
        (
            Column("__str__", _("Incident"), "record"),
            Column("get_severity_display", _("Grade")),
            Column("reported_at", _("Reported at"), "moment"),
            Column("state", _("State"), "state"),
        ),
    ),
    Related(
        _("Maintenance"),
        _windows,
        (Column("__str__", _("What is done"), "record"), *SPAN, Column("state", _("State"), "state")),
    ),
)
