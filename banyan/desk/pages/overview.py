"""Overview: few figures, the map of the province with what is overdue, and a ranked list."""

from collections import Counter
from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from banyan.acts import clock
from banyan.acts.directory import BodyName, directory
from banyan.acts.models import Duty, Finding
from banyan.acts.queries import overdue
from banyan.catalogue.queries.figures import Figures, figures
from banyan.desk import shapes
from banyan.desk.access import page
from banyan.desk.boundaries import drawn
from banyan.desk.frame import actor_of, show
from banyan.desk.shading import legend_of, steps_up_to
from banyan.desk.shapes import Cell, Column, Figure, Link, NavLink, Region, RegionMap, State, Table
from banyan.desk.words import moment, value
from banyan.exchange.queries import running_use

RANKED = 15


@page("GET", "HEAD")
def overview(request: HttpRequest) -> HttpResponse:
    """Figures, map and list for the region that the actor watches."""
    actor = actor_of(request)
    watched = directory().supervised(actor).values("pk")
    level = request.GET.get("level", "city")
    lapses = Counter(
        Finding.objects.filter(state=Finding.State.OPEN, body__in=watched).values_list("body", flat=True)
    )
    lapses.update(overdue().filter(body__in=watched).values_list("body", flat=True))
    names = directory().names(lapses)
    view = shapes.Overview(
        title=_("Overview"),
        said=_("What is overdue, and how far facts are shared instead of asked again."),
        as_of=_("As of {time}").format(time=moment(clock.now())),
        figures=_figures(figures(watched), sum(lapses.values()), *running_use(watched)),
        map=_map(level, lapses, names),
        ranked=_ranked(lapses, names),
        ranked_more=Link(_("All open findings"), "/acts/findings/?state=open"),
        scopes=(
            NavLink(_("By city"), "?level=city", level == "city"),
            NavLink(_("By county"), "?level=county", level == "county"),
        ),
    )
    return show(request, view, view.title)


def _figures(told: Figures, lapses: int, grants: int, reads: int) -> tuple[Figure, ...]:
    def rate(part: int, whole: int) -> str:
        return f"{100 * part / whole:.0f}" if whole else "—"

    return (
        Figure(
            label=_("Overdue or lapsed"),
            value=value(lapses, "number"),
            url="/acts/findings/?state=open",
            state=State(_("to put right"), "bad") if lapses else State(_("none"), "good"),
        ),
        Figure(
            label=_("Sharing rate"),
            value=rate(told.shareable, told.published),
            unit="%",
            url="/catalogue/resources/?state=published",
            target=_("{a} of {b} published resources may be shared").format(
                a=value(told.shareable, "number"), b=value(told.published, "number")
            ),
        ),
        Figure(
            label=_("Requests answered in time"),
            value=rate(told.answered_in_time, told.answered),
            unit="%",
            url="/exchange/share-requests/",
            target=_("{a} of {b} answered").format(a=told.answered_in_time, b=told.answered),
        ),
        Figure(
            label=_("Fields not asked any more"),
            value=value(told.spared_fields, "number"),
            url="/catalogue/collection-forms/",
            target=_("obtained by sharing instead"),
        ),
        Figure(
            label=_("Reads in 30 days"),
            value=value(reads, "number"),
            url="/exchange/grants/?state=active",
            target=_("under {n} active grants").format(n=grants),
        ),
    )


def _map(level: str, lapses: Counter[int], names: Mapping[int, BodyName]) -> RegionMap | None:
    chart = drawn("county" if level == "county" else "city")
    if chart is None:
        return None
    each = _by_region(6 if level == "county" else 4, lapses, names)
    steps = steps_up_to(max(each.values(), default=0))
    regions = tuple(
        Region(
            code=code,
            name=name,
            text=_("{n} overdue").format(n=each[code]),
            step=max(number for number, least in enumerate(steps) if each[code] >= least),
            url=f"/acts/findings/?state=open&region={code.rstrip('0') if level != 'county' else code}",
            outline=outline.path,
            at=outline.at,
        )
        for code, (name, outline) in chart.regions.items()
    )
    worst = max(each.values(), default=0)
    where = next((one.name for one in regions if worst and each[one.code] == worst), "")
    title = (
        _("Most is overdue in {region}: {n}").format(region=where, n=worst)
        if where
        else _("Nothing is overdue on the map")
    )
    return RegionMap(title=title, steps=legend_of(steps), regions=regions, box=chart.box)


def _by_region(digits: int, lapses: Counter[int], names: Mapping[int, BodyName]) -> Counter[str]:
    """Lapses of the bodies below the province, by the region that they belong to."""
    each: Counter[str] = Counter()
    for body, number in lapses.items():
        if body in names and names[body].level != "province":
            each[names[body].region[:digits].ljust(6, "0")] += number
    return each


def _ranked(lapses: Counter[int], names: Mapping[int, BodyName]) -> Table:
    columns = (
        Column(label=_("Body")),
        Column(label=_("Overdue or lapsed"), kind="number"),
        Column(label=_("Next due"), kind="date"),
    )
    top = lapses.most_common(RANKED)
    oldest = {
        duty.body: duty
        for duty in Duty.objects.filter(closed_at=None, body__in=[body for body, _n in top]).order_by(
            "-due_at"
        )
    }
    rows = tuple(
        (
            Cell(names[body].name if body in names else str(body), f"/acts/findings/?state=open&body={body}"),
            Cell(value(number, "number")),
            Cell(moment(oldest[body].due_at) if body in oldest else "—"),
        )
        for body, number in top
    )
    return Table(caption=_("Bodies with most to put right"), columns=columns, rows=rows)
