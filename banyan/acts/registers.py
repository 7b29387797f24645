"""How findings and duties are listed and shown."""

from datetime import timedelta

from django.db.models import F, Q, QuerySet
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from banyan.acts import clock, registry
from banyan.acts.actor import Actor
from banyan.acts.asks import FIRST_YEAR, LAST_YEAR
from banyan.acts.directory import directory
from banyan.acts.models import Duty, Entry, Finding, name_bodies
from banyan.acts.queries import evidence_of
from banyan.acts.register import Column, Filter, Group, Register, Related, register
from banyan.acts.scopes import holding, of_body
from banyan.kit.numbers import whole
from banyan.kit.sentence import listed
from banyan.law.inforce import pack

YEAR = timedelta(days=365)
BODY = Column("body_name", _("Body"))
CLOCK = Column("clock_words", _("Clock"))
KIND = Column("monitor_words", _("Kind"))
WHY = Column("because_words", _("Why"))


def visible_findings(actor: Actor) -> QuerySet[Finding]:
    """Findings against the bodies that the actor may look into."""
    return Finding.objects.filter(body__in=directory().supervised(actor).values("pk"))


def _monitors(actor: Actor) -> list[tuple[str, str]]:
    people = (Finding.RECORDED, str(_("Recorded by people")))
    return [people, *((one.name, str(_(one.title))) for one in registry.monitors)]


def _evidence(finding: Finding, actor: Actor) -> QuerySet[Entry]:
    return Entry.objects.filter(pk__in=[one.pk for one in evidence_of(finding)]).order_by("-pk")


def _besides(value: str) -> Q:
    return ~Q(monitor__in=value.split(","))


def _in_year(moment: str, year: str) -> Q:
    """Within a year that an act could be done in; ValueError for none."""
    number = whole(year, least=FIRST_YEAR, most=LAST_YEAR)
    if number is None:
        raise ValueError(year)
    return Q(**{f"{moment}__year": number})


def _monitor_words(value: str) -> str:
    known = [registry.monitors.get(name) for name in value.split(",")]
    return listed((gettext(one.title) for one in known if one), get_language() or "zh")


def visible_duties(actor: Actor) -> QuerySet[Duty]:
    """Duties of the bodies that the actor may look into."""
    return Duty.objects.filter(body__in=directory().supervised(actor).values("pk"))


def _late() -> Q:
    return Q(closed_at=None, due_at__lt=clock.now())


def _running() -> Q:
    return Q(closed_at=None, due_at__gte=clock.now())


def _settled() -> Q:
    return Q(closed_at__gte=clock.now() - YEAR)


def _in_time() -> Q:
    return _settled() & Q(closed_at__lte=F("due_at"))


def _kinds(actor: Actor) -> list[tuple[str, str]]:
    clocks = sorted({name for act in registry.acts if act.due for name in act.due.parameters})
    return [(name, pack().parameters[name].title(get_language() or "en")) for name in clocks]


register(
    Register(
        model=Duty,
        title=_("Duties"),
        one=_("duty"),
        about=_("What bodies owe until a day; an act opens each duty, and an act closes it."),
        columns=(
            Column("title", _("What")),
            CLOCK,
            BODY,
            Column("due_at", _("Due"), sort=True),
            Column("closed_at", _("Done")),
        ),
        groups=(
            Group(
                _("Duty"),
                (
                    Column("thing", _("On"), "record"),
                    CLOCK,
                    BODY,
                    Column("opened_at", _("Since")),
                    Column("due_at", _("Due")),
                    Column("closed_at", _("Done")),
                ),
            ),
        ),
        visible=visible_duties,
        filters=(
            Filter("clock", _("Clock"), "parameter", _kinds),
            *of_body("body", numbered=True),
            holding("late", _("Overdue"), _late),
            holding("running", _("Still in time"), _running),
            holding("settled", _("Done within a year"), _settled),
            holding("in_time", _("Done in time"), _in_time),
        ),
        search=("title",),
        together=name_bodies,
        menu=72,
    )
)
register(
    Register(
        model=Finding,
        title=_("Findings"),
        one=_("finding"),
        about=_(
            "Lapses that monitors found or people recorded; a monitor's closes by itself when its cause is gone."
        ),
        columns=(Column("title", _("What")), WHY, BODY, KIND, Column("found_at", _("Found"), sort=True)),
        groups=(
            Group(
                _("Lapse"),
                (
                    KIND,
                    WHY,
                    Column("facts_words", _("Facts when it was found")),
                    Column("cited", _("Article")),
                    Column("principles", _("Principle")),
                    BODY,
                    Column("found_at", _("Found")),
                    Column("due_at", _("To be put right by"), "moment"),
                    Column("seen_at", _("Last seen")),
                    Column("closed_at", _("Closed")),
                ),
            ),
        ),
        visible=visible_findings,
        filters=(
            Filter("monitor", _("Kind"), "monitor", _monitors),
            Filter("norm", _("Norm"), "norm"),
            *of_body("body", region="region"),
            Filter("besides", _("Besides"), _besides, words=_monitor_words),
            Filter("found", _("Found in"), lambda year: _in_year("found_at", year), words=str),
            Filter("closed", _("Closed in"), lambda year: _in_year("closed_at", year), words=str),
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
        together=name_bodies,
        menu=70,
    )
)
