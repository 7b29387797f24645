"""Papers of supervision: the file of a referral as page, PDF and JSON, and the list that a plan was drawn from."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from banyan.acts import clock, registry
from banyan.acts.access import object_at
from banyan.acts.errors import NotThere
from banyan.desk import shapes
from banyan.desk.access import page
from banyan.desk.frame import actor_of, show
from banyan.desk.pages.thing import head_of, ways_on
from banyan.desk.shapes import Cell, Column, Fact, Facts, Link, Related, Table
from banyan.desk.words import address_of, lang
from banyan.kit.paper import Cell as PaperCell
from banyan.kit.paper import Grid, pdf
from banyan.supervision.queries.inspections import published_list
from banyan.supervision.queries.referral_file import referral_file
from banyan.supervision.queries.referral_paper import referral_paper

COLON = re.compile("：|: ")
PLAIN = {"ensure_ascii": False, "indent": 1}


def _told(request: HttpRequest, pk: int) -> dict[str, Any]:
    return referral_file(object_at(registry.registers["supervision.referral"], actor_of(request), pk))


def _as_file(answer: HttpResponse, name: str) -> HttpResponse:
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@page("GET", "HEAD")
def referral_page(request: HttpRequest, *, pk: int) -> HttpResponse:
    """The file of a referral as a page: what the PDF says, section by section."""
    register = registry.registers["supervision.referral"]
    actor = actor_of(request)
    row = object_at(register, actor, pk)
    paper = referral_paper(referral_file(row))
    named = [one for one in paper.sections if one.lines]
    view = shapes.Object(
        head=head_of(register, row),
        facts=tuple(Facts(one.title, tuple(_fact(line) for line in one.lines)) for one in named),
        can=tuple(offer for offer in ways_on(register, row, actor) if not offer.url.endswith("file/")),
        nothing=_("This page only shows the file; what can be done stands on the page of the referral."),
        related=tuple(Related(table=_table(grid)) for one in paper.sections for grid in one.grids),
    )
    trail = (
        Link(str(register.title), f"/{register.path}/"),
        Link(str(row), address_of(row)),
        Link(_("File")),
    )
    return show(request, view, paper.title, trail=trail)


def _fact(line: str | PaperCell) -> Fact:
    name, said = COLON.split(str(line), maxsplit=1)
    return Fact(name, said)


def _table(grid: Grid) -> Table:
    rows = tuple(tuple(Cell(cell.text, cell.url) for cell in row) for row in grid.rows)
    return Table(caption=grid.caption, columns=tuple(Column(label=one) for one in grid.head), rows=rows)


@page("GET", "HEAD")
def referral_pdf(request: HttpRequest, *, pk: int) -> HttpResponse:
    """The file of a referral as PDF with fonts of its own."""
    made = pdf(referral_paper(_told(request, pk)), at=clock.now())
    return _as_file(HttpResponse(made, content_type="application/pdf"), f"referral-{pk}-{lang()}.pdf")


@page("GET", "HEAD")
def referral_json(request: HttpRequest, *, pk: int) -> HttpResponse:
    """The file of a referral with every entry and its proof, for ``verify.py``."""
    return _as_file(JsonResponse(_told(request, pk), json_dumps_params=PLAIN), f"referral-{pk}.json")


@page("GET", "HEAD")
def plan_list(request: HttpRequest, *, pk: int) -> HttpResponse:
    """Everything that an issued plan's draw depends on, for ``drawing.py``."""
    plan = object_at(registry.registers["supervision.inspectionplan"], actor_of(request), pk)
    if not plan.seed:
        raise NotThere
    return _as_file(JsonResponse(published_list(plan), json_dumps_params=PLAIN), f"inspection-plan-{pk}.json")
