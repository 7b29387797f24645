"""How protection checks and controls are listed and shown, and the checklist on a system's page."""

from django.utils.translation import gettext_lazy as _

from banyan.acts.register import Column, Filter, Group, Register, Related, beside, register
from banyan.acts.scopes import of_body, of_state
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
            Column("system", _("System"), "record"),
            Column("system.body", _("Body")),
            Column("level", _("Protection level (MLPS)"), "number"),
            Column("met", _("Controls met")),
            Column("begun_on", _("Begun on"), "date", sort=True),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Protection check"),
                (
                    Column("system", _("System"), "record"),
                    Column("system.body", _("Body"), "record"),
                    Column("level", _("Protection level (MLPS)"), "number"),
                    Column("met", _("Controls met")),
                    Column("begun_on", _("Begun on"), "date"),
                    Column("concluded_on", _("Concluded on"), "date"),
                    Column("result", _("Result")),
                ),
            ),
        ),
        visible=queries.visible_checks,
        filters=(
            of_state(ProtectionCheck),
            Filter("level", _("Protection level (MLPS)"), "level"),
            *of_body("system__body"),
        ),
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
            Column("__str__", _("Control"), "record"),
            Column("shown", _("Evidence, or what is lacking")),
            Column("remedy_by", _("Remedied by"), "date"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Protection control"),
                (
                    Column("check_round", _("Protection check"), "record"),
                    Column("check_round.system", _("System"), "record"),
                    Column("get_category_display", _("Control")),
                    Column("evidence", _("Evidence")),
                    Column("lacking", _("What is lacking")),
                    Column("get_found_by_display", _("Found by")),
                    Column("remedy", _("How it is remedied")),
                    Column("remedy_by", _("Remedied by"), "date"),
                ),
            ),
        ),
        visible=queries.visible_controls,
        filters=(of_state(ProtectionControl), *of_body("check_round__system__body")),
        search=("check_round__system__name",),
        owner="check_round.system.body",
        menu=0,
    )
)

beside(
    System,
    Related(
        _("Protection checklist"),
        queries.latest_controls,
        CHECKLIST,
        name="protection_controls",
    ),
)
