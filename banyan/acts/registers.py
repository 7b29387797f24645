"""How findings are listed and shown."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.directory import directory
from banyan.acts.models import Finding, name_bodies
from banyan.acts.register import Column, Filter, Group, Register, register


def visible_findings(actor: Actor) -> QuerySet[Finding]:
    """Findings against the bodies that the actor may look into."""
    return Finding.objects.filter(body__in=directory().supervised(actor).values("pk"))


def _monitors(actor: Actor) -> list[tuple[str, str]]:
    return [(one.name, str(_(one.title))) for one in registry.monitors]


def _states(actor: Actor) -> list[tuple[str, str]]:
    return [(value, str(label)) for value, label in Finding.State.choices]


register(
    Register(
        model=Finding,
        title=_("Findings"),
        one=_("finding"),
        about=_("Lapses that monitors found; each closes by itself in the sweep that finds its cause gone."),
        columns=(
            Column("title", _("What"), "record"),
            Column("because_words", _("Why")),
            Column("body_name", _("Body")),
            Column("monitor_words", _("Kind")),
            Column("found_at", _("Found"), "moment", sort=True),
            Column("state", _("State"), "state"),
        ),
        groups=(
            Group(
                _("Lapse"),
                (
                    Column("monitor_words", _("Kind")),
                    Column("because_words", _("Why")),
                    Column("body_name", _("Body")),
                    Column("found_at", _("Found"), "moment"),
                    Column("seen_at", _("Last seen"), "moment"),
                    Column("closed_at", _("Closed"), "moment"),
                ),
            ),
        ),
        visible=visible_findings,
        filters=(
            Filter("state", _("State"), "state", _states),
            Filter("monitor", _("Kind"), "monitor", _monitors),
            Filter("norm", _("Norm"), "norm"),
            Filter("body", _("Body"), "body"),
            Filter("region", _("Region"), "region__startswith"),
        ),
        search=("title",),
        together=name_bodies,
        menu=70,
    )
)
