"""Overview: the rates that the Measures want to see grow, where what is open lies, and whose score is lowest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from banyan.acts import clock, registry
from banyan.acts.directory import BodyName, directory
from banyan.acts.figure import Figure, Told
from banyan.acts.figures import Standing, scored, standings, summed, told_by_body
from banyan.acts.formula import Line
from banyan.acts.scopes import prefix_of
from banyan.desk import shapes
from banyan.desk.access import page
from banyan.desk.boundaries import drawn
from banyan.desk.frame import actor_of, show
from banyan.desk.pages import figures
from banyan.desk.shading import legend_of, shade_of, steps_up_to
from banyan.desk.shapes import Cell, Column, Link, NavLink, Region, RegionMap, Saying, Span, Table
from banyan.desk.words import moment, value
from banyan.exchange.queries.grants import running_use
from banyan.supervision.queries.measures import Days, measured

RANKED = 15
FIRST = "lapses"
TOLD = {name: str(name) for name in ("lapses", "orders")}

ByBody = Mapping[int, Mapping[str, Told]]


@page("GET", "HEAD")
def overview(request: HttpRequest) -> HttpResponse:
    """Figures, map and list for a region that the actor watches; who watches none sees the score of the own body."""
    actor = actor_of(request)
    if not figures.region_of(actor):
        return HttpResponseRedirect(f"/score/{actor.offices[0].body}/")
    region = figures.chosen_region(actor, request.GET.get("region", ""))
    level = "county" if request.GET.get("level") == "county" or not region.endswith("00") else "city"
    shown = figures.figure(request.GET.get("figure", FIRST))
    told = told_by_body(region, {*scored(), shown.name, *(one.name for one in _headlines())})
    ranked = standings(region, told)
    view = shapes.Overview(
        title=_("Overview")
        if region.endswith("0000")
        else _("Overview: {region}").format(region=_name(region)),
        said=_("How far what was built is integrated, shared and used again, and what is open."),
        as_of=_("As of {time}").format(time=moment(clock.now())),
        figures=(_mean(region, ranked), *_cards(region, told), _reads(region)),
        map=_map(region, level, shown, told),
        ranked=_ranked(ranked[:RANKED]),
        ranked_more=Link(_("All scores"), f"/score/?{urlencode({'region': region})}"),
        scopes=_scopes(figures.region_of(actor), region, level, shown),
        shown=tuple(NavLink(_(one.title), _way(region, level, one), one is shown) for one in _headlines()),
        levels=_levels(region, level, shown) if region.endswith("00") else (),
        ways=(Link(_("Annual report"), f"/report/?{urlencode({'region': region})}"),),
    )
    return show(request, view, view.title)


def _name(region: str) -> str:
    return directory().region_name(region)


def _headlines() -> Iterable[Figure]:
    return (one for one in registry.figures if one.headline)


def _cards(region: str, told: ByBody) -> tuple[shapes.Figure, ...]:
    sums, days, scope = summed(told.values()), measured(region), figures.scope_of(region)
    return tuple(figures.card(one, sums[one.name], scope, days.get(one.name, ())) for one in _headlines())


def _mean(region: str, ranked: list[Standing]) -> shapes.Figure:
    """The mean score of the region's bodies."""
    mean = sum(float(one.score.points) for one in ranked) / len(ranked) if ranked else 0.0
    days: Days = [
        (day, Told(round(100 * told.share))) for day, told in measured(region).get("score", ()) if told.share
    ]
    return shapes.Figure(
        label=_("Mean score"),
        value=f"{mean:.1f}" if ranked else "—",
        url=f"/score/?{urlencode({'region': region})}" if ranked else "",
        target=_("{n} bodies, each out of 100").format(n=value(len(ranked), "number")),
        trend=figures.trend(is_rate=False, days=days),
    )


def _reads(region: str) -> shapes.Figure:
    grants, reads = running_use(directory().numbers(region))
    return shapes.Figure(
        label=_("Reads in 30 days"),
        value=value(reads, "number"),
        url=f"/exchange/grants/?{urlencode({'state': 'active', **figures.scope_of(region)})}",
        target=_("under {n} active grants").format(n=grants),
    )


def _way(region: str, level: str, shown: Figure) -> str:
    return "?" + urlencode({"region": region, "level": level, "figure": shown.name})


def _scopes(own: str, region: str, level: str, shown: Figure) -> tuple[NavLink, ...]:
    """The regions that the actor may look at: the own one, its cities, and the counties of a city."""
    return tuple(
        NavLink(name, _way(code, level, shown), code == region)
        for code, name in {**directory().regions(own), **directory().regions(region)}.items()
    )


def _levels(region: str, level: str, shown: Figure) -> tuple[NavLink, ...]:
    """The map by cities or by counties."""
    words = (("city", _("By city")), ("county", _("By county")))
    return tuple(NavLink(word, _way(region, name, shown), level == name) for name, word in words)


def _map(region: str, level: str, shown: Figure, told: ByBody) -> RegionMap | None:
    """The map of the province; of regions outside the chosen one nothing is counted, so nothing is said."""
    chart = drawn("county" if level == "county" else "city")
    if chart is None:
        return None
    each = _by_region(6 if level == "county" else 4, shown.name, told)
    inside = {code for code in chart.regions if code.startswith(prefix_of(region))}
    none = Told(0, 0 if shown.is_rate else None)
    steps = _shares() if shown.is_rate else steps_up_to(max((one.part for one in each.values()), default=0))
    regions = tuple(
        Region(
            code=code,
            name=name,
            text=_text(shown, each.get(code, none)) if code in inside else "—",
            step=_step(each.get(code, none), steps, is_rate=shown.is_rate),
            url=shown.part.address({"region": code}) if code in inside else "",
            outline=outline.path,
            at=outline.at,
        )
        for code, (name, outline) in chart.regions.items()
    )
    legend = _share_legend() if shown.is_rate else legend_of(steps)
    return RegionMap(title=_title(shown, each, regions), steps=legend, regions=regions, box=chart.box)


def _text(shown: Figure, told: Told) -> str:
    if shown.is_rate:
        return figures.number(shown, told) + figures.unit(shown, told)
    return _("{n} open").format(n=told.part) if shown.name in TOLD else str(told.part)


def _title(shown: Figure, each: Mapping[str, Told], regions: tuple[Region, ...]) -> str:
    """The point of the map: where most is open, or where the rate is lowest."""
    known = {one.code: each[one.code] for one in regions if one.code in each}
    names = {one.code: one.name for one in regions}
    if shown.is_rate:
        shares = {code: one.share for code, one in known.items() if one.share is not None}
        if not shares:
            return _("{figure}: nothing to count on the map").format(figure=_(shown.title))
        lowest = min(shares.values())
        worst = [names[code] for code, one in shares.items() if one == lowest]
        words = (
            _("{figure}: lowest in {region}, {n} %")
            if len(worst) == 1
            else _("{figure}: lowest in {m} regions, {n} % each")
        )
        return words.format(figure=_(shown.title), region=worst[0], m=len(worst), n=figures.percent(lowest))
    if not any(one.part for one in known.values()):
        return _("{figure}: none on the map").format(figure=_(shown.title))
    most = max(one.part for one in known.values())
    worst = [names[code] for code, one in known.items() if one.part == most]
    words = (
        _("{figure}: most in {region}, {n}")
        if len(worst) == 1
        else _("{figure}: most in {m} regions, {n} each")
    )
    return words.format(figure=_(shown.title), region=worst[0], m=len(worst), n=most)


def _shares() -> tuple[int, ...]:
    """From which shortfall, in percent, a region takes the next shade."""
    return (0, 5, 20, 50)


def _share_legend() -> tuple[str, ...]:
    return (_("over 95 %"), _("over 80 %"), _("over 50 %"), _("50 % or less"))


def _step(told: Told, steps: tuple[int, ...], *, is_rate: bool) -> int:
    worth = 100 * (1 - (1.0 if told.share is None else told.share)) if is_rate else float(told.part)
    return shade_of(worth, steps)


def _by_region(digits: int, name: str, told: ByBody) -> dict[str, Told]:
    """A figure of the bodies below the province, by the region that they belong to."""
    names = directory().names(told)
    parts: defaultdict[str, int] = defaultdict(int)
    wholes: defaultdict[str, int] = defaultdict(int)
    rates = set()
    for body, one in told.items():
        if name not in one or body not in names or _is_above(names[body], digits):
            continue
        region = names[body].region[:digits].ljust(6, "0")
        parts[region] += one[name].part
        if (whole := one[name].whole) is not None:
            wholes[region] += whole
            rates.add(region)
    return {
        region: Told(number, wholes[region] if region in rates else None) for region, number in parts.items()
    }


def _is_above(name: BodyName, digits: int) -> bool:
    return len(prefix_of(name.region)) < digits


def _ranked(ranked: list[Standing]) -> Table:
    columns = (
        Column(label=_("Body")),
        Column(label=_("Score"), kind="number"),
        Column(label=_("What costs points")),
    )
    rows = tuple(
        (
            Cell(one.name.name, f"/score/{one.body}/"),
            Cell(figures.points(one.score.points)),
            _costs(one),
        )
        for one in ranked
    )
    return Table(caption=_("Bodies with the lowest score"), columns=columns, rows=rows)


def _costs(one: Standing) -> Cell:
    """Each figure that costs the body points, the dearest first, with the points and the way to its rows."""
    scope = {"body": str(one.body)}
    lines = sorted((line for line in one.score.lines if line.lost), key=lambda line: -line.lost)
    return Cell("" if lines else "—", lines=tuple(_cost(line, scope) for line in lines))


def _cost(line: Line, scope: Mapping[str, str]) -> Saying:
    of: Figure = registry.figures[line.figure]
    told = figures.cell(of, line.told, scope)
    words = _("{figure} {told}: −{points}").format(
        figure=_(of.title), told=told.text, points=figures.points(line.lost)
    )
    return Saying(words=(Span(words, url=told.url),))
