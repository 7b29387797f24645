"""How protection checks and controls are listed and shown, and the checklist on a system's page."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Group, Register, Related, beside, register
from banyan.infrastructure.models import System
from banyan.operations.models import ProtectionCheck, ProtectionControl
from banyan.operations.queries import protection as queries

CHECKLIST = (
    Column("get_category_display", _("Control")),
    Column("state", _("State"), "state"),
    Column("shown", _("Evidence, or what is lacking")),
    Column("remedy_by", _("Remedied by"), "date"),
)


register(
    Register(
        model=ProtectionCheck,
        title=_("Protection checks"),
        one=_("protection check"),
        about=_("Each system against every category of controls that its level demands (article 32.1)."),
        columns=(
            "system",
            "system.body",
            "level",
            Column("met", _("Controls met")),
            Column("begun_on", sort=True),
        ),
        groups=(
            Group(
                _("Protection check"),
                (
                    "system",
                    "system.body",
                    "level",
                    Column("met", _("Controls met")),
                    "begun_on",
                    "concluded_on",
                    "result",
                ),
            ),
        ),
        visible=queries.visible_checks,
        filters=("level",),
        related=(Related(_("Controls of the level"), queries.controls_recorded, CHECKLIST),),
        search=("system__name", "system__code"),
        owner="system.body",
        menu=40,
    )
)

register(
    Register(
        model=ProtectionControl,
        title=_("Protection controls"),
        one=_("protection control"),
        about=_("Whether a category of controls is met, with evidence, or what is lacking until when."),
        columns=(
            Column("__str__", _("Control")),
            Column("shown", _("Evidence, or what is lacking")),
            "remedy_by",
        ),
        groups=(
            Group(
                _("Protection control"),
                (
                    "check_round",
                    "check_round.system",
                    Column("category", _("Control")),
                    Column("evidence", _("Evidence")),
                    "lacking",
                    "found_by",
                    Column("remedy", _("How it is remedied")),
                    "remedy_by",
                ),
            ),
        ),
        visible=queries.visible_controls,
        search=("check_round__system__name",),
        owner="check_round.system.body",
        menu=0,
    )
)

beside(
    System, Related(_("Protection checklist"), queries.latest_controls, CHECKLIST, name="protection_controls")
)
