"""The public status page: how systems stand, what is disturbed, what is maintained when."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from banyan.acts import registry
from banyan.acts.actor import Actor
from banyan.acts.reading import number_in
from banyan.desk import shapes
from banyan.desk.access import page
from banyan.desk.frame import actor_of, show
from banyan.desk.shapes import Cell, Column, Figure, State, Table, Tone
from banyan.desk.words import moment, state_of, value
from banyan.operations.queries.status import DAYS, Board, Standing, board


def _words() -> dict[str, tuple[str, Tone]]:
    return {
        "working": (pgettext("status", "works"), "good"),
        "disturbed": (_("disturbed"), "warn"),
        "down": (_("does not answer"), "bad"),
        "maintained": (_("under maintenance"), "info"),
        "suspended": (_("suspended"), "bad"),
        "unmeasured": (_("not measured"), "quiet"),
    }


@page("GET", "HEAD", public=True)
def status(request: HttpRequest) -> HttpResponse:
    """How the systems stand now."""
    actor = actor_of(request)
    search = request.GET.get("q", "").replace("\x00", "").strip()[:100]
    told = board(actor, search, number_in(request.GET, "page") or 1)
    view = shapes.Status(
        title=_("Status of systems"),
        said=_("Which systems work, what is disturbed, and when maintenance is due."),
        as_of=_("As of {time}").format(time=moment(told.at)),
        figures=_figures(told),
        incidents=_incidents(told, actor),
        windows=_windows(told, actor),
        systems=_systems(told, actor),
        nothing=_("None."),
        search=search,
        next="?" + urlencode({"q": search, "page": told.more}) if told.more else "",
    )
    return show(request, view, view.title)


def _figures(told: Board) -> tuple[Figure, ...]:
    disturbed = len(told.incidents)
    return (
        Figure(label=_("Systems in operation"), value=value(told.systems, "number"), url="#systems"),
        Figure(
            label=_("Open incidents"),
            value=value(disturbed, "number"),
            url="#incidents",
            state=State(_("being dealt with"), "warn") if disturbed else State(_("none"), "good"),
        ),
        Figure(
            label=_("Maintenance in two weeks"),
            value=value(len(told.windows), "number"),
            url="#windows",
        ),
    )


def _ways(things: Sequence[Model], actor: Actor) -> dict[int, str]:
    """The pages of these objects of one kind, of those that the reader may open."""
    register = registry.registers.get(things[0]._meta.label_lower) if things and actor.offices else None
    if register is None:
        return {}
    seen = register.visible(actor).filter(pk__in=[one.pk for one in things]).values_list("pk", flat=True)
    return {pk: f"/{register.path}/{pk}/" for pk in seen}


def _incidents(told: Board, actor: Actor) -> Table:
    ways = _ways(told.incidents, actor)
    columns = (
        Column(label=_("System")),
        Column(label=_("What is told")),
        Column(label=_("Grade")),
        Column(label=_("Since"), kind="date"),
        Column(label=_("State"), kind="state"),
    )
    rows = tuple(
        (
            Cell(str(one.system), ways.get(one.pk, ""), str(one.system.body)),
            Cell(one.notice or _("A disturbance is being dealt with.")),
            Cell(one.get_severity_display()),
            Cell(moment(one.reported_at)),
            Cell(state=state_of(one)),
        )
        for one in told.incidents
    )
    return Table(caption=_("Open incidents"), columns=columns, rows=rows)


def _windows(told: Board, actor: Actor) -> Table:
    ways = _ways(told.windows, actor)
    columns = (
        Column(label=_("System")),
        Column(label=_("What is done")),
        Column(label=_("Begins"), kind="date"),
        Column(label=_("Ends"), kind="date"),
    )
    rows = tuple(
        (
            Cell(str(one.system), ways.get(one.pk, ""), str(one.system.body)),
            Cell(one.what, note=_("urgent") if one.urgent_because else ""),
            Cell(moment(one.begins_at)),
            Cell(moment(one.ends_at)),
        )
        for one in told.windows
    )
    return Table(caption=_("Maintenance, running or announced"), columns=columns, rows=rows)


def _systems(told: Board, actor: Actor) -> Table:
    ways = _ways([one.system for one in told.standings], actor)
    columns = (
        Column(label=_("System")),
        Column(label=_("State"), kind="state"),
        Column(label=_("Available, last {n} days").format(n=DAYS), kind="number"),
        Column(label=_("Last call"), kind="date"),
    )
    return Table(
        caption=_("Systems in operation"),
        columns=columns,
        rows=tuple(_system(one, ways) for one in told.standings),
    )


def _system(one: Standing, ways: Mapping[int, str]) -> tuple[Cell, ...]:
    word, tone = _words()[one.word]
    return (
        Cell(str(one.system), ways.get(one.system.pk, ""), str(one.system.body)),
        Cell(state=State(word, tone)),
        Cell("" if one.availability is None else f"{one.availability}%"),
        Cell(moment(one.last_at) if one.last_at else ""),
    )
