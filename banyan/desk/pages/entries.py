"""Entries of the ledger of acts: a list, and one entry with its proof."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_  # noqa: N812  the usual mark for later

from banyan.acts import registry
from banyan.acts.access import entries_open_to, entry_at, object_at
from banyan.acts.actor import Actor
from banyan.acts.directory import directory
from banyan.acts.errors import NotThere
from banyan.acts.log import NAME
from banyan.acts.models import Entry, principles_of
from banyan.acts.names import paired
from banyan.acts.queries import done_in, history
from banyan.acts.reading import number_in, year_in
from banyan.acts.sentences import refusals_of
from banyan.catalogue.queries.searching import KINDS, Hit
from banyan.catalogue.queries.searching import find as search
from banyan.desk import shapes
from banyan.desk.access import page
from banyan.desk.frame import actor_of, show
from banyan.desk.pages.figures import chosen_region
from banyan.desk.reach import may_open
from banyan.desk.shapes import (
    Cell,
    Chip,
    Column,
    Empty,
    Fact,
    Facts,
    Field,
    Form,
    Head,
    Link,
    Option,
    State,
    Table,
    Tone,
)
from banyan.desk.words import address_of, article, moment, rows_here, told
from banyan.kit.numbers import whole
from banyan.ledger.models import Leaf

PAGE = 50
KEPT = ("noun", "object", "act", "year", "region")
OUTCOMES: dict[str, tuple[Tone, str]] = {
    "done": ("good", N_("done")),
    "refused": ("bad", N_("refused")),
    "proposed": ("info", N_("proposed")),
}


@page("GET", "HEAD")
def entries(request: HttpRequest) -> HttpResponse:
    """Entries of the own bodies, all about one object, or all of a year in a watched region, newest first."""
    actor, given = actor_of(request), request.GET
    noun, number = given.get("noun", ""), number_in(given, "object")
    year, before = year_in(given, "year"), number_in(given, "before")
    if noun and number is not None:
        register = registry.registers.get(noun)
        if register is None:
            raise NotThere
        object_at(register, actor, number)
        rows = history(noun, number)
    elif year is not None:
        region = chosen_region(actor, given.get("region", ""))
        rows = done_in(year, act=given.get("act", ""), region=region)
    else:
        rows = Entry.objects.filter(body__in=actor.bodies).order_by("-pk")
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(rows[: PAGE + 1])
    columns = (
        Column(label=_("Entry")),
        Column(label=_("When"), kind="date"),
        Column(label=_("Who")),
        Column(label=_("Outcome"), kind="state"),
    )
    proven = entries_open_to(actor, found[:PAGE])
    rows_told = tuple(_row(one, linked=one.pk in proven) for one in found[:PAGE])
    table = Table(caption=_("Entries"), columns=columns, rows=rows_told)
    kept = {name: given[name] for name in KEPT if given.get(name)}
    more = "?" + urlencode({**kept, "before": found[PAGE - 1].pk}) if len(found) > PAGE else ""
    view = shapes.Register(
        title=_("Entries"),
        said=_("What was done, proposed and refused, each with its article and its place in the ledger."),
        table=table,
        size=rows_here(len(found[:PAGE])),
        next=more,
        empty=Empty(what=_("Entries of the ledger of acts."), why=_("Nothing was done here yet.")),
    )
    return show(request, view, view.title)


def _row(entry: Entry, *, linked: bool) -> tuple[Cell, ...]:
    tone, word = OUTCOMES[entry.outcome]
    return (
        Cell(told(entry), f"/entries/{entry.pk}/" if linked else "", note=article(entry.norm).text),
        Cell(moment(entry.at)),
        Cell(_who(entry)),
        Cell(state=State(_(word), tone)),
    )


def _who(entry: Entry) -> str:
    return entry.officer_name if entry.officer else _("the system by itself")


@page("GET", "HEAD")
def entry(request: HttpRequest, *, pk: int) -> HttpResponse:
    """One entry: what was done, what it changed, and where it stands in the log."""
    actor = actor_of(request)
    found = entry_at(actor, pk)
    leaf = Leaf.objects.filter(pk=found.leaf).first()
    tone, word = OUTCOMES[found.outcome]
    view = shapes.Object(
        head=Head(
            kind=_("Ledger entry"),
            name=told(found),
            code=f"№ {found.pk}",
            state=State(_(word), tone),
        ),
        facts=(_act_facts(found, actor), *_refusals(found), _proof_facts(leaf)),
        nothing=_("An entry cannot be changed; a later act may reverse what it did."),
    )
    return show(
        request,
        view,
        _("Ledger entry {number}").format(number=found.pk),
        trail=(Link(_("Entries"), "/entries/"), Link(f"№ {found.pk}")),
    )


def _act_facts(found: Entry, actor: Actor) -> Facts:
    cited, act = article(found.norm), registry.acts.get(found.act)
    facts = (
        Fact(_("Act"), _(act.title) if act else found.act),
        Fact(_("Article"), cited.text, cited.url),
        *((Fact(_("Principle"), served),) if (served := principles_of(found.norm)) else ()),
        Fact(_("When"), moment(found.at)),
        Fact(_("Who"), _who(found)),
        _on(found, actor),
        Fact(_("Law pack"), found.pack),
    )
    return Facts(_("Act"), facts)


def _on(found: Entry, actor: Actor) -> Fact:
    """What the act was on: its kind and, while it is there, its name; a link for who may open it."""
    register = registry.registers.get(found.noun)
    if register is None:
        return Fact(_("On"), found.noun)
    rows = register.model._default_manager.filter(pk=found.object_id)
    opens = may_open(register, actor, "pk")
    row = (rows.annotate(opens=opens) if opens is not None else rows).first()
    if row is None:
        return Fact(_("On"), str(register.one))
    return Fact(_("On"), paired(register.one, row), address_of(row) if getattr(row, "opens", True) else "")


def _proof_facts(leaf: Leaf | None) -> Facts:
    placed = leaf is not None and leaf.position is not None
    facts = (
        Fact(_("Log"), _("Log of acts"), f"/logs/{NAME}/"),
        Fact(_("Position in the log"), str(leaf.position) if leaf and placed else _("waits for its place")),
        Fact(_("Leaf"), bytes(leaf.data).decode() if leaf else "—", folded=True),
        Fact(_("Address"), f"{settings.BANYAN_GATEWAY_URL}/log/{NAME}"),
    )
    return Facts(_("Proof"), facts)


def _refusals(found: Entry) -> tuple[Facts, ...]:
    facts = tuple(
        Fact(article(one["norm"]).text, f"{one['because']} {one['instead']}") for one in refusals_of(found, _)
    )
    return (Facts(_("Why not"), facts),) if facts else ()


@page("GET", "HEAD")
def find(request: HttpRequest) -> HttpResponse:
    """Find by name, code or ledger number, among all kinds or one; without a word it is asked for."""
    given = request.GET
    query, kind = given.get("q", "").strip(), given.get("kind", "")
    if (number := whole(query)) is not None and Entry.objects.filter(pk=number).exists():
        return HttpResponseRedirect(f"/entries/{number}/")
    view = _found(query, kind, given.get("after", "")) if query else _asked(kind)
    return show(request, view, view.title)


def _asked(kind: str) -> shapes.Register:
    """The page that asks for a word."""
    word = Field(name="q", label=_("Find by name, code or ledger number"), kind="text")
    kept = (("kind", kind),) if kind else ()
    choice = Form(key="find", title=_("Find"), url="/find", button=_("Find"), fields=(word,), hidden=kept)
    empty = Empty(what=_("Type at least one character to search for."), why="")
    table = Table(caption=_("Found"), columns=(), rows=())
    return shapes.Register(title=_("Find"), table=table, choice=choice, empty=empty)


def _of_kind(chosen: str) -> Field:
    options = tuple(Option(value=one, label=_(one), chosen=one == chosen) for one in KINDS)
    return Field(name="kind", label=_("Kind"), kind="choice", options=options, required=False)


def _found(query: str, kind: str, after: str) -> shapes.Register:
    """One page of what these words find."""
    found = search(query, kinds=[kind] if kind else [], limit=PAGE, after=after)
    asked = {"q": query, **({"kind": kind} if kind else {})}
    without = "?" + urlencode({"q": query})
    return shapes.Register(
        title=_("Found for “{query}”").format(query=query),
        said=_("More than 1,000 matches; narrow the search.") if found.capped else "",
        table=_hits(found.entries),
        size=rows_here(len(found.entries)),
        search=query,
        filters=Form(
            key="filter",
            title=_("Filter"),
            url="/find",
            button=_("Show"),
            fields=(_of_kind(kind),),
            hidden=tuple(asked.items()),
        ),
        chips=(Chip(_("Kind"), _(kind), without),) if kind else (),
        clear=without if kind else "",
        next="?" + urlencode({**asked, "after": found.next}) if found.next else "",
        empty=Empty(
            what=_("Resources, services, collection items and bodies."), why=_("Nothing matches these words.")
        ),
    )


def _hits(hits: Sequence[Hit]) -> Table:
    columns = (
        Column(label=_("Name")),
        Column(label=_("Kind")),
        Column(label=_("Body")),
        Column(label=_("Code"), kind="code"),
    )
    bodies = directory().names({hit.body for hit in hits if hit.body})
    rows = tuple(
        (
            Cell(hit.title, hit.url),
            Cell(_(hit.kind)),
            Cell(bodies[hit.body].name if hit.body and hit.body in bodies else ""),
            Cell(hit.code or "—"),
        )
        for hit in hits
    )
    return Table(caption=_("Found"), columns=columns, rows=rows)
