"""How findings are listed and shown."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.directory import directory
from banyan.acts.models import Entry, Finding
from banyan.acts.queries import evidence_of
from banyan.acts.register import Column, Filter, Group, Register, Related, register


def visible_findings(actor: Actor) -> QuerySet[Finding]:
    """Findings against the bodies that the actor may look into."""
    return Finding.objects.filter(body__in=directory().supervised(actor).values("pk"))


def _monitors(actor: Actor) -> list[tuple[str, str]]:
    people = (Finding.RECORDED, str(_("Recorded by people")))
    return [people, *((one.name, str(_(one.title))) for one in registry.monitors)]


def _evidence(finding: Finding, actor: Actor) -> QuerySet[Entry]:
    return Entry.objects.filter(pk__in=[one.pk for one in evidence_of(finding)]).order_by("-pk")


def _states(actor: Actor) -> list[tuple[str, str]]:
    return [(value, str(label)) for value, label in Finding.State.choices]


register(
    Register(
        model=Finding,
        title=_("Findings"),
        one=_("finding"),
        about=_(
            "Lapses that monitors found or people recorded; a monitor's closes by itself when its cause is gone."
        ),
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
                    Column("facts_words", _("Facts when it was found")),
                    Column("cited", _("Article")),
                    Column("body_name", _("Body")),
                    Column("found_at", _("Found"), "moment"),
                    Column("due_at", _("To be put right by"), "moment"),
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
        related=(
            Related(
                _("Evidence in the ledger"),
                _evidence,
                (
                    Column("__str__", _("Entry"), "record"),
                    Column("told", _("What was done")),
                    Column("at", _("When"), "moment"),
                ),
                most=12,
            ),
        ),
        search=("title",),
        menu=70,
    )
)
