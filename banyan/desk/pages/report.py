"""The annual report on a page, and the same as a file."""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from banyan.acts import clock
from banyan.acts.actor import Actor
from banyan.acts.directory import directory
from banyan.acts.errors import NotThere
from banyan.desk.access import page
from banyan.desk.frame import actor_of, show
from banyan.desk.pages.figures import chosen_region, region_of
from banyan.desk.report import Report, annual_report, asked_report
from banyan.desk.shapes import Cell, Chapter, Column, Document, Line, Link, NavLink, Provision, Table
from banyan.desk.words import lang
from banyan.kit.paper import Grid, Section, html, pdf, plain

KINDS = ("pdf", "html", "json")


@page("GET", "HEAD")
def report(request: HttpRequest) -> HttpResponse:
    """``?year=2026&region=350100`` names the report; ``format`` asks for a file."""
    actor, given = actor_of(request), request.GET
    of = asked_report(given.get("year", ""), given.get("region", "") or region_of(actor))
    chosen_region(actor, of.region)
    kind = given.get("format", "")
    if kind in KINDS:
        return _file(of, kind)
    if kind:
        raise NotThere
    paper = annual_report(of)
    view = Document(
        title=paper.title,
        lines=paper.lines,
        chapters=tuple(_chapter(number, one) for number, one in enumerate(paper.sections, 1)),
        texts=_regions(actor, of),
        downloads=tuple(Link(one.upper(), _address(of, format=one)) for one in KINDS),
        closing=paper.closing,
    )
    return show(
        request, view, view.title, trail=(Link(_("Overview"), "/overview/"), Link(_("Annual report")))
    )


def _address(of: Report, **more: str) -> str:
    return "/report/?" + urlencode({"year": of.year, "region": of.region, **more})


def _regions(actor: Actor, of: Report) -> tuple[NavLink, ...]:
    regions = directory().regions(region_of(actor))
    return tuple(
        NavLink(name, _address(Report(of.year, code)), code == of.region) for code, name in regions.items()
    )


def _file(of: Report, kind: str) -> HttpResponse:
    paper = annual_report(of, base=settings.BANYAN_PUBLIC_URL)
    name = f"report-{of.year}-{of.region}.{kind}"
    if kind == "json":
        answer: HttpResponse = JsonResponse(plain(paper), json_dumps_params={"ensure_ascii": False})
    elif kind == "pdf":
        answer = HttpResponse(pdf(paper, at=clock.now()), content_type="application/pdf")
    else:
        answer = HttpResponse(html(paper))
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _chapter(number: int, section: Section) -> Chapter:
    anchor = f"part-{number}"
    lines = tuple(Line(one if isinstance(one, str) else one.text, lang()) for one in section.lines)
    parts = tuple(
        Provision(
            anchor=f"{anchor}-{place}",
            number=grid.caption,
            lines=lines if place == 1 else (),
            tables=(_table(grid),),
        )
        for place, grid in enumerate(section.grids, 1)
    )
    alone = Provision(anchor=f"{anchor}-1", number=_("Result"), lines=lines)
    return Chapter(anchor=anchor, title=section.title, provisions=parts or (alone,))


def _table(grid: Grid) -> Table:
    columns = tuple(
        Column(label=label, kind="number" if place in grid.numbers else "text")
        for place, label in enumerate(grid.head)
    )
    rows = tuple(tuple(Cell(one.text, one.url) for one in row) for row in grid.rows)
    return Table(caption=grid.caption, columns=columns, rows=rows)
