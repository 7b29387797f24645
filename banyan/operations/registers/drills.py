"""How drills are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, register
from banyan.acts.scopes import of_state
from banyan.operations.models import Drill, DrillPart
from banyan.operations.queries import drills as queries

DAYS = (
    Column("planned_on", _("Planned on"), "date", sort=True),
    Column("held_on", _("Held on"), "date"),
)


def _parts(drill: Any, actor: Actor) -> Any:
    return drill.parts.select_related("body").order_by("pk")


register(
    Register(
        model=Drill,
        title=_("Drills"),
        one=_("drill"),
        about=_("Emergency drills: who took part, what they found out, and how it was fixed."),
        columns=(
            Column("title", _("Title"), "record"),
            Column("organiser", _("Organiser")),
            *DAYS,
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Drill"),
                (
                    Column("organiser", _("Organiser"), "record"),
                    Column("scenario", _("Scenario")),
                    *DAYS,
                    Column("found", _("Found out")),
                    Column("fixed", _("Fixed")),
                ),
            ),
        ),
        visible=queries.visible_drills,
        filters=(of_state(Drill),),
        related=(
            Related(
                _("Bodies called"),
                _parts,
                (
                    Column("__str__", _("Part"), "record"),
                    Column("did", _("What it did")),
                    Column("state", _("State"), "state"),
                ),
            ),
        ),
        search=("title", "scenario"),
        owner="organiser",
        menu=30,
    )
)

register(
    Register(
        model=DrillPart,
        title=_("Parts in drills"),
        one=_("part in a drill"),
        about=_("Which body is called to which drill, and what it did there."),
        columns=(
            Column("drill", _("Drill"), "record"),
            Column("body", _("Body")),
            Column("drill.planned_on", _("Planned on"), "date"),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Part in a drill"),
                (
                    Column("drill", _("Drill"), "record"),
                    Column("body", _("Body"), "record"),
                    Column("did", _("What it did")),
                ),
            ),
        ),
        visible=queries.visible_parts,
        filters=(of_state(DrillPart),),
        search=("drill__title", "body__name"),
        owner="body",
        menu=32,
    )
)
