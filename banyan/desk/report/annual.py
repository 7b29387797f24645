"""The sections of the annual report (articles 1, 34 to 38)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from banyan.acts import clock, registry
from banyan.acts.directory import directory
from banyan.acts.figure import Figure, Told
from banyan.acts.figures import Standing, standings, summed, told_by_body
from banyan.acts.scopes import prefix_of
from banyan.bodies.queries import managing_of
from banyan.desk.pages import figures
from banyan.desk.report.asked import Report
from banyan.desk.report.events import acts_section, findings_section
from banyan.desk.words import article, day, lang, moment, said, value
from banyan.kit.paper import Cell, Grid, Paper, Section
from banyan.kit.sentence import listed
from banyan.supervision.queries.measures import last_measured

LOWEST = 20
NOTHING: Mapping[str, Told] = {}


@dataclass(frozen=True)
class Counted:
    """The figures of each region of a report, and on which day they were counted where it was not now (计数)."""

    told: Mapping[str, Mapping[str, Told]]
    days: Mapping[str, date]
    ranked: tuple[Standing, ...] = ()
    live: bool = True


def annual_report(of: Report, *, base: str = "") -> Paper:
    """The report as a paper; ``base`` is the address of the desk that its links lead to."""
    regions = directory().regions(of.region)
    counted = _live(of, regions) if of.is_running else _measured(of, regions)
    issuer = managing_of(of.region)
    return Paper(
        title=_("Annual report on e-government, {year}: {region}").format(
            year=of.year, region=regions[of.region]
        ),
        lang="en" if lang() == "en" else "zh-Hans",
        issuer=issuer,
        lines=(_as_of(of, counted),),
        sections=tuple(
            one
            for one in (
                _rates(of, counted, base),
                _places(of, counted, regions, base),
                findings_section(of, base),
                acts_section(of, base),
                _scores(counted, base),
                _definitions(),
            )
            if one.lines or one.grids
        ),
        closing=(issuer, day(clock.today())) if issuer else (day(clock.today()),),
    )


def _live(of: Report, regions: Mapping[str, str]) -> Counted:
    told = told_by_body(of.region)
    ranked = standings(of.region, told)
    names = directory().names(told)
    each = {
        code: summed(
            one
            for body, one in told.items()
            if body in names and names[body].region.startswith(prefix_of(code))
        )
        for code in regions
    }
    scored = {code: {**one, "score": _mean(ranked, code)} for code, one in each.items()}
    return Counted(scored, {}, tuple(ranked))


def _mean(ranked: list[Standing], region: str) -> Told:
    those = [one.score.points for one in ranked if one.name.region.startswith(prefix_of(region))]
    return Told(sum(int(points * 10) for points in those), 1000 * len(those))


def _measured(of: Report, regions: Mapping[str, str]) -> Counted:
    found = last_measured(of.year, list(regions))
    return Counted(
        {code: told for code, (_day, told) in found.items()},
        {code: when for code, (when, _told) in found.items()},
        live=False,
    )


def _as_of(of: Report, counted: Counted) -> str:
    if counted.live:
        return _("Figures as of {time}; the year is not over.").format(time=moment(clock.now()))
    if of.region not in counted.days:
        return _("Figures were not measured in that year.")
    return _("Figures as measured on {day}; their rows have changed since, so they lead nowhere.").format(
        day=day(counted.days[of.region])
    )


def _rates(of: Report, counted: Counted, base: str) -> Section:
    told = counted.told.get(of.region, NOTHING)
    known: list[Figure] = [one for one in registry.figures if one.name in told]
    rows = tuple(
        (
            Cell(_(one.title)),
            _cell(one, told[one.name], counted, of.region, base),
            Cell(_of(told[one.name])),
            Cell(article(one.norm).text, _link(base, article(one.norm).url)),
        )
        for one in known
    )
    head = (_("Figure"), _("Value"), _("Counted"), _("Article"))
    grid = Grid(caption=_("Figures"), head=head, rows=rows, numbers=frozenset({1, 2}))
    return Section(title=_("Overall"), grids=(grid,) if rows else ())


def _of(told: Told) -> str:
    part = value(told.part, "number")
    return part if told.whole is None else _("{a} of {b}").format(a=part, b=value(told.whole, "number"))


def _cell(one: Figure, told: Told, counted: Counted, region: str, base: str) -> Cell:
    words = figures.number(one, told) + figures.unit(one, told)
    leads = counted.live and told.whole != 0
    return Cell(words, _link(base, one.part.address(figures.scope_of(region))) if leads else "")


def _link(base: str, url: str) -> str:
    return f"{base}{url}" if url else ""


def _places(of: Report, counted: Counted, regions: Mapping[str, str], base: str) -> Section:
    """The regions below, one a row."""
    shown: list[Figure] = [one for one in registry.figures if one.headline]
    below = {code: name for code, name in regions.items() if code != of.region and code in counted.told}
    rows = tuple(
        (
            Cell(name),
            *(
                _cell(one, counted.told[code][one.name], counted, code, base)
                for one in shown
                if one.name in counted.told[code]
            ),
            _score_cell(counted, code, base),
        )
        for code, name in below.items()
    )
    head = (_("City or county"), *(_(one.title) for one in shown), _("Mean score"))
    grid = Grid(caption=_("By region"), head=head, rows=rows, numbers=frozenset(range(1, len(shown) + 2)))
    return Section(title=_("Cities and counties"), grids=(grid,) if rows else ())


def _score_cell(counted: Counted, code: str, base: str) -> Cell:
    told = counted.told[code].get("score")
    if told is None or told.share is None:
        return Cell("—")
    url = _link(base, f"/score/?{urlencode({'region': code})}") if counted.live else ""
    return Cell(f"{100 * told.share:.1f}", url)


def _scores(counted: Counted, base: str) -> Section:
    """The bodies with the lowest score; those that lost nothing are not named."""
    rows = tuple(
        (
            Cell(one.name.name, _link(base, f"/score/{one.body}/")),
            Cell(figures.points(one.score.points)),
            Cell(_losses(one)),
        )
        for one in counted.ranked[:LOWEST]
        if one.score.points < 100
    )
    head = (_("Body"), _("Score"), _("What it lost"))
    grid = Grid(caption=_("Bodies with the lowest score"), head=head, rows=rows, numbers=frozenset({1}))
    return Section(title=_("Scores of bodies"), grids=(grid,) if rows else ())


def _losses(one: Standing) -> str:
    each = (
        f"{_(registry.figures[line.figure].title)} −{figures.points(line.lost)}"
        for line in one.score.lines
        if line.lost
    )
    return listed(each, lang(), "；")


def _definitions() -> Section:
    """What each figure counts."""
    rows = tuple(
        (Cell(_(one.title)), Cell(said(one.says)), Cell(article(one.norm).text)) for one in registry.figures
    )
    head = (_("Figure"), _("What it counts"), _("Article"))
    return Section(
        title=_("How the figures are counted"), grids=(Grid(caption=_("Definitions"), head=head, rows=rows),)
    )
