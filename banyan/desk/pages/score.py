"""Scores: all bodies of a region by score, and one body with what one more lawful act would change (article 36.1)."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from banyan.acts import clock, registry
from banyan.acts.act import Act
from banyan.acts.actor import Actor
from banyan.acts.directory import BodyName, directory
from banyan.acts.errors import NotThere
from banyan.acts.figure import Figure
from banyan.acts.figures import Standing, score_of, standings, told_of
from banyan.acts.formula import Line, Score
from banyan.acts.improving import Step, steps
from banyan.acts.reading import number_in
from banyan.desk import shapes
from banyan.desk.access import page
from banyan.desk.frame import actor_of, show
from banyan.desk.pages import figures
from banyan.desk.reach import Place, places
from banyan.desk.shapes import Cell, Column, Empty, Link, NavLink, Saying, Span, Table
from banyan.desk.words import address_of_act, address_of_noun, article, certainty, lang, moment, said
from banyan.kit.sentence import listed
from banyan.law.inforce import pack
from banyan.law.parameters import Value
from banyan.planning.queries.projects import overseen

PAGE = 50
ARTICLE = "36.1-a"


@page("GET", "HEAD")
def ranking(request: HttpRequest) -> HttpResponse:
    """The bodies of a region by score, the lowest first, page by page."""
    actor = actor_of(request)
    region = figures.chosen_region(actor, request.GET.get("region", ""))
    start = number_in(request.GET, "after") or 0
    found = standings(region)
    shown = found[start : start + PAGE]
    address = {"region": region}
    view = shapes.Register(
        title=_("Scores: {region}").format(region=directory().region_name(region)),
        said=_("Every body out of 100, by what is open and how far it is integrated; the lowest first."),
        article=article(ARTICLE),
        table=_table(actor, start, shown),
        size=_("{a} to {b} of {n} bodies").format(
            a=min(start + 1, len(found)), b=start + len(shown), n=f"{len(found):,}"
        ),
        views=_regions(actor, region),
        previous="?" + urlencode({**address, "after": max(0, start - PAGE)}) if start else "",
        next="?" + urlencode({**address, "after": start + PAGE}) if start + PAGE < len(found) else "",
        empty=Empty(what=_("Scores of bodies."), why=_("This region has no active body.")),
    )
    return show(request, view, view.title, trail=(Link(_("Overview"), "/overview/"), Link(_("Scores"))))


def _regions(actor: Actor, region: str) -> tuple[NavLink, ...]:
    own = figures.region_of(actor)
    return tuple(
        NavLink(name, "?" + urlencode({"region": code}), code == region)
        for code, name in directory().regions(own).items()
    )


def _scored() -> Iterator[Figure]:
    known = pack().parameters
    return (one for one in registry.figures if f"score.{one.name}.weight" in known)


def _table(actor: Actor, start: int, shown: list[Standing]) -> Table:
    scored = tuple(_scored())
    keys = [one.body for one in shown]
    told = set(overseen(actor).filter(pk__in=keys).values_list("pk", flat=True))
    columns = (
        Column(label=_("Body")),
        Column(label=_("No."), kind="number"),
        Column(label=_("Score"), kind="number"),
        *(Column(label=_(one.title), kind="number") for one in scored),
    )
    rows = tuple(
        (
            Cell(one.name.name, f"/score/{one.body}/" if one.body in told else ""),
            Cell(str(start + number)),
            Cell(figures.points(one.score.points)),
            *(figures.cell(each, one.told[each.name], {"body": str(one.body)}) for each in scored),
        )
        for number, one in enumerate(shown, 1)
    )
    return Table(caption=_("Scores"), columns=columns, rows=rows)


@page("GET", "HEAD")
def score(request: HttpRequest, *, pk: int) -> HttpResponse:
    """One body: its score and figures, what one more act would change, and how the score is made."""
    actor = actor_of(request)
    name = _named(actor, pk)
    scope = {"body": str(pk)}
    told = told_of(scope)
    made = score_of(pk, told)
    lost = {line.figure: line for line in made.lines}
    view = shapes.Overview(
        title=_("Score: {body}").format(body=name.name),
        said=_("Performance is an important basis of planning and funds."),
        as_of=_("As of {time}").format(time=moment(clock.now())),
        figures=(
            _own(made),
            *(
                figures.card(one, told[one.name], scope, lost=_costs(lost.get(one.name)))
                for one in registry.figures
                if one.name in lost or one.part.within(scope).exists()
            ),
        ),
        tables=(_next(actor, pk, made), _formula(made)),
        ways=(Link(_("The body"), address_of_noun("bodies.body", pk)),),
    )
    trail = (Link(_("Overview"), "/overview/"), Link(name.name))
    return show(request, view, view.title, trail=trail)


def _named(actor: Actor, pk: int) -> BodyName:
    """The body, for those who watch it or decide about its money; NotThere for others."""
    if not overseen(actor).filter(pk=pk).exists():
        raise NotThere
    return directory().names([pk])[pk]


def _own(made: Score) -> shapes.Figure:
    return shapes.Figure(
        label=_("Score"),
        value=figures.points(made.points),
        url="",
        target=_("out of 100"),
        article=article(ARTICLE),
    )


def _costs(line: Line | None) -> str:
    return _("Points lost: {n}.").format(n=figures.points(line.lost)) if line and line.lost else ""


def _next(actor: Actor, pk: int, made: Score) -> Table:
    found = list(steps(pk, made))
    things = [(one.row._meta.label_lower, one.row.pk) for one in found]
    place = places(actor, [*things, *((one.noun, one.object_id) for one in found)])
    columns = (
        Column(label=_("What")),
        Column(label=_("Act")),
        Column(label=_("Figure")),
        Column(label=_("Would bring"), kind="number"),
    )
    return Table(
        caption=_("What one more lawful act would change"),
        columns=columns,
        rows=tuple(_step(one, place) for one in found),
        nothing=_("No single act would raise the score now."),
    )


def _step(one: Step, place: Place) -> tuple[Cell, ...]:
    """A row of what may be done; more than one act stand below each other."""
    own = place(one.row._meta.label_lower, one.row.pk)
    bring = f"+{figures.points(one.gain)}"
    return (Cell(str(one.row), own), _ways(one, place), Cell(_(one.figure.title)), Cell(bring))


def _ways(one: Step, place: Place) -> Cell:
    """The acts with the way to their forms; an act on an object leads there only for who may open it."""
    here = place(one.noun, one.object_id)
    if not one.acts:
        return Cell(_("See what can happen there"), here)
    spans = (Span(_(act.title), url=_form_of(act, one, is_open=bool(here))) for act in one.acts)
    return Cell(lines=tuple(Saying(words=(span,)) for span in spans))


def _form_of(act: Act, one: Step, *, is_open: bool) -> str:
    if act.noun != one.noun or act.moves.creates:
        return address_of_act(act, None) if act.moves.creates else ""
    return address_of_act(act, one.object_id) if is_open else ""


def _formula(made: Score) -> Table:
    columns = (
        Column(label=_("Figure")),
        Column(label=_("Counts")),
        Column(label=_("Points")),
        Column(label=_("How sure"), kind="state"),
        Column(label=_("Costs now"), kind="number"),
    )
    return Table(
        caption=_("How the score is made"), columns=columns, rows=tuple(_line(one) for one in made.lines)
    )


def _points(of: Value) -> str:
    return f"{pack().parameters[of.name].title(lang())} {of.amount}"


def _line(one: Line) -> tuple[Cell, ...]:
    of: Figure = registry.figures[one.figure]
    on = clock.today()
    weight = pack().parameter(f"score.{of.name}.weight", on=on)
    words = _points(weight)
    if f"score.{of.name}.cap" in pack().parameters:
        cap = pack().parameter(f"score.{of.name}.cap", on=on)
        words = listed((words, _points(cap)), lang(), "；")
    return (
        Cell(_(of.title)),
        Cell(said(of.says)),
        Cell(words, note=weight.citation(lang())),
        Cell(state=certainty(weight.certainty)),
        Cell(f"−{figures.points(one.lost)}" if one.lost else "0"),
    )
