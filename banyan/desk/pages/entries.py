"""Entries of the ledger of acts: a list, and one entry with its proof."""

import re
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_  # noqa: N812  the usual mark for later

from banyan.acts import registry
from banyan.acts.access import entry_at, object_at
from banyan.acts.directory import directory
from banyan.acts.errors import NotThere
from banyan.acts.log import NAME
from banyan.acts.models import Entry, principles_of
from banyan.acts.names import paired
from banyan.acts.queries import done_in, history
from banyan.acts.sentences import refusals_of
from banyan.catalogue.queries.searching import find as search
from banyan.desk import shapes
from banyan.desk.access import page
from banyan.desk.frame import actor_of, show
from banyan.desk.pages.figures import chosen_region
from banyan.desk.shapes import Cell, Column, Empty, Fact, Facts, Head, Link, State, Table, Tone
from banyan.desk.words import address_of_noun, article, moment, rows_here, told
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
    noun, number = given.get("noun", ""), given.get("object", "")
    if noun and number.isdigit():
        register = registry.registers.get(noun)
        if register is None:
            raise NotThere
        object_at(register, actor, int(number))
        rows = history(noun, int(number))
    elif given.get("year", "").isdecimal():
        region = chosen_region(actor, given.get("region", ""))
        rows = done_in(int(given["year"]), act=given.get("act", ""), region=region)
    else:
        rows = Entry.objects.filter(body__in=actor.bodies).order_by("-pk")
    if given.get("before", "").isdigit():
        rows = rows.filter(pk__lt=int(given["before"]))
    found = list(rows[: PAGE + 1])
    columns = (
        Column(label=_("Entry")),
        Column(label=_("When"), kind="date"),
        Column(label=_("Who")),
        Column(label=_("Outcome"), kind="state"),
    )
    table = Table(caption=_("Entries"), columns=columns, rows=tuple(_row(one) for one in found[:PAGE]))
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


def _row(entry: Entry) -> tuple[Cell, ...]:
    tone, word = OUTCOMES[entry.outcome]
    return (
        Cell(told(entry), f"/entries/{entry.pk}/", note=article(entry.norm).text),
        Cell(moment(entry.at)),
        Cell(_who(entry)),
        Cell(state=State(_(word), tone)),
    )


def _who(entry: Entry) -> str:
    return entry.officer_name if entry.officer else _("the system by itself")


@page("GET", "HEAD")
def entry(request: HttpRequest, *, pk: int) -> HttpResponse:
    """One entry: what was done, what it changed, and where it stands in the log."""
    found = entry_at(actor_of(request), pk)
    leaf = Leaf.objects.filter(pk=found.leaf).first()
    tone, word = OUTCOMES[found.outcome]
    view = shapes.Object(
        head=Head(
            kind=_("Ledger entry"),
            name=told(found),
            code=f"№ {found.pk}",
            state=State(_(word), tone),
        ),
        facts=(_act_facts(found), *_refusals(found), _proof_facts(leaf)),
        nothing=_("An entry cannot be changed; a later act may reverse what it did."),
    )
    return show(
        request,
        view,
        _("Ledger entry {number}").format(number=found.pk),
        trail=(Link(_("Entries"), "/entries/"), Link(f"№ {found.pk}")),
    )


def _act_facts(found: Entry) -> Facts:
    cited, act = article(found.norm), registry.acts.get(found.act)
    facts = (
        Fact(_("Act"), _(act.title) if act else found.act),
        Fact(_("Article"), cited.text, cited.url),
        *((Fact(_("Principle"), served),) if (served := principles_of(found.norm)) else ()),
        Fact(_("When"), moment(found.at)),
        Fact(_("Who"), _who(found)),
        Fact(_("On"), _on(found), address_of_noun(found.noun, found.object_id)),
        Fact(_("Law pack"), found.pack),
    )
    return Facts(_("Act"), facts)


def _on(found: Entry) -> str:
    """What the act was on: its kind and, while it is there, its name."""
    register = registry.registers.get(found.noun)
    if register is None:
        return found.noun
    row = register.model._default_manager.filter(pk=found.object_id).first()
    return str(register.one) if row is None else paired(register.one, row)


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
    """Find by name, code or ledger number."""
    query = request.GET.get("q", "").strip()
    if re.fullmatch("[0-9]{1,15}", query) and Entry.objects.filter(pk=int(query)).exists():
        return HttpResponseRedirect(f"/entries/{query}/")
    found = search(query, limit=PAGE, after=request.GET.get("after", "")) if query else None
    columns = (
        Column(label=_("Name")),
        Column(label=_("Kind")),
        Column(label=_("Body")),
        Column(label=_("Code"), kind="code"),
    )
    hits = found.entries if found else ()
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
    capped = _("More than 1,000 matches; narrow the search.") if found and found.capped else ""
    view = shapes.Register(
        title=_("Found for “{query}”").format(query=query),
        said=capped,
        table=Table(caption=_("Found"), columns=columns, rows=rows),
        size=rows_here(len(rows)),
        next="?" + urlencode({"q": query, "after": found.next}) if found and found.next else "",
        empty=Empty(
            what=_("Resources, services, collection items and bodies."), why=_("Nothing matches these words.")
        ),
    )
    return show(request, view, view.title)
