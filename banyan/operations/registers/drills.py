"""How drills are listed and shown."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from banyan.acts.actor import Actor
from banyan.acts.register import Column, Group, Register, Related, register
from banyan.operations.models import Drill, DrillPart
from banyan.operations.queries import drills as queries


def _parts(drill: Any, actor: Actor) -> Any:
    return drill.parts.select_related("body").order_by("pk")


register(
    Register(
        model=Drill,
        title=_("Drills"),
        one=_("drill"),
        about=_("Emergency drills: who took part, what they found out, and how it was fixed."),
        columns=("title", "organiser", Column("planned_on", sort=True), "held_on"),
        groups=(Group(_("Drill"), ("organiser", "scenario", "planned_on", "held_on", "found", "fixed")),),
        visible=queries.visible_drills,
        related=(
            Related(_("Bodies called"), _parts, (Column("__str__", _("Part")), "did", "state"), of=DrillPart),
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
        columns=("drill", "body", "drill.planned_on"),
        groups=(Group(_("Part in a drill"), ("drill", "body", "did")),),
        visible=queries.visible_parts,
        search=("drill__title", "body__name"),
        owner="body",
        menu=32,
    )
)
