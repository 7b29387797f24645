"""A register as a page: search, filters as chips, sort, pages by key, and the same rows as CSV or XLSX."""

import csv
import io
from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from openpyxl import Workbook

from banyan.acts import registry
from banyan.acts.access import open_register
from banyan.acts.actor import Actor
from banyan.acts.asks import one_of
from banyan.acts.directory import directory
from banyan.acts.errors import Invalid
from banyan.acts.names import paired
from banyan.acts.queries import creating
from banyan.acts.reading import Query, every_row, read_page
from banyan.acts.register import Filter, Register, value_at
from banyan.acts.sentences import who
from banyan.desk import shapes
from banyan.desk.access import page
from banyan.desk.choosing import SEARCH, finder_of, name_of, records, words_in
from banyan.desk.frame import actor_of, show
from banyan.desk.reach import marked, marked_addresses
from banyan.desk.shapes import Chip, Empty, Field, Finder, Form, Link, Offer, Option, Sort
from banyan.desk.tables import table
from banyan.desk.words import address_of_act, rows_here, said, value

FILES = ("csv", "xlsx")
EXPORT_MOST = 100_000
MOST_MAKERS = 3
FORMULA_SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫\t\r\n"


@page("GET", "HEAD", public=True)
def listing(request: HttpRequest, *, part: str, nouns: str) -> HttpResponseBase:
    """One page of a register, or all its rows as a file."""
    actor = actor_of(request)
    register = open_register(part, nouns, actor)
    given = request.GET
    query = _query(register, request)
    if kind := given.get("export"):
        if kind not in FILES:
            raise Invalid({"export": one_of(FILES)})
        return _export(register, actor, query, kind)
    found = read_page(register, actor, query, marked(register, actor))
    shown = [
        one
        for one in register.columns
        if not given.getlist("columns") or one.path in given.getlist("columns")
    ]
    passing = _passing(register)
    base = {name: given[name] for name in given if name not in passing}
    view = shapes.Register(
        title=str(register.title),
        said=str(register.about),
        table=table(
            str(register.title),
            shown or register.columns,
            found.rows,
            sorts=_sorts(register, query, base),
            address=marked_addresses(register, found.rows),
        ),
        size=rows_here(len(found.rows)),
        search=query.search,
        filters=_filters(register, actor, query, words_in(given, [one.name for one in register.filters])),
        chips=_chips(register, actor, query, base),
        clear="?" if query.filters or query.search else "",
        columns=_columns(register, request),
        first="?" + urlencode(base) if query.after else "",
        next="?" + urlencode({**base, "after": found.more}) if found.more else "",
        exports=tuple(Link(kind.upper(), "?" + urlencode({**base, "export": kind})) for kind in FILES),
        acts=tuple(_offers(register, actor)),
        empty=_empty(register, actor, query),
    )
    return show(request, view, view.title)


def _offers(register: Register, actor: Actor) -> Iterator[Offer]:
    """The ways to new rows: the acts that make one, and the page that takes in many."""
    for act in creating(actor, register.noun):
        yield Offer(verb=_(act.title), url=address_of_act(act, None), help=_(act.help), weight="main")
    if (intake := register.intake) and intake.open_to(actor):
        url = f"/{register.path}/{intake.place}/"
        yield Offer(verb=str(intake.title), url=url, help=str(intake.help), weight="main")


def _query(register: Register, request: HttpRequest) -> Query:
    given = request.GET
    return Query(
        search=given.get("q", "").strip(),
        filters={one.name: given[one.name] for one in register.filters if given.get(one.name)},
        sort=given.get("sort", ""),
        after=given.get("after", ""),
    )


def _empty(register: Register, actor: Actor, query: Query) -> Empty:
    if query.search or query.filters:
        return Empty(
            what=_("No row matches this search and these filters."), why="", act=Link(_("Clear all"), "?")
        )
    mine = creating(actor, register.noun)
    act = Link(_(mine[0].title), address_of_act(mine[0], None)) if mine else None
    return Empty(
        what=_("Nothing stands here that you may see."), why="" if act else _makers(register), act=act
    )


def _makers(register: Register) -> str:
    """Who enters the rows of a register, and by which act."""
    acts = [one for one in registry.acts_on(register.noun) if one.moves.creates and one.by.places]
    told = (paired(_(one.title), said(who(one.by, None))) for one in acts[:MOST_MAKERS])
    return "\n".join(told) if acts else _("Rows come here out of other acts.")


def _sorts(register: Register, query: Query, base: Mapping[str, str]) -> dict[str, Sort]:
    sorts = {}
    for column in register.columns:
        if not column.sort:
            continue
        now = {column.path: "ascending", f"-{column.path}": "descending"}.get(query.sort, "")
        turned = f"-{column.path}" if now == "ascending" else column.path
        sorts[column.path] = Sort("?" + urlencode({**base, "sort": turned}), now)  # type: ignore[arg-type]  # one of the literal
    return sorts


def _passing(register: Register) -> set[str]:
    """What of an address does not hold for the next one: the place reached, the act done, a search for a filter."""
    return {"after", "done", SEARCH, *(name_of(one.name) for one in register.filters)}


def _filters(register: Register, actor: Actor, query: Query, sought: Mapping[str, str]) -> Form:
    fields = []
    for one in register.filters:
        if one.noun and actor.offices:
            fields.append(_of_records(register, one, actor, query, sought.get(one.name, "")))
        if one.words or one.noun:
            continue
        chosen = query.filters.get(one.name, "")
        options = tuple(
            Option(value=key, label=word, chosen=key == chosen)
            for key, word in (one.choices(actor) if one.choices else ())
        )
        fields.append(
            Field(
                name=one.name,
                label=str(one.label),
                kind="choice" if options else "text",
                value="" if options else chosen,
                options=options,
                required=False,
            )
        )
    kept = {
        one.name: query.filters[one.name]
        for one in register.filters
        if one.words and one.name in query.filters and one.name not in {field.name for field in fields}
    }
    hidden = (*kept.items(), *((("sort", query.sort),) if query.sort else ()))
    return Form(
        key="filter", title=_("Filter"), url="", button=_("Show"), fields=tuple(fields), hidden=hidden
    )


def _of_records(register: Register, one: Filter, actor: Actor, query: Query, words: str) -> Field:
    """A filter by a record: only the chosen one stands in it until others are searched for."""
    chosen, url = query.filters.get(one.name, ""), f"/{register.path}/choices/{one.name}/"
    options: tuple[Option, ...] = ()
    rows = registry.registers[one.noun].visible(actor)
    finder: Finder | None = finder_of(one.name, rows.model, url)
    if words:
        options, finder = records(one.name, rows, actor, chosen={chosen}, words=words, url=url)
    elif chosen:
        options = (Option(value=chosen, label=_word(one, actor, chosen), chosen=True),)
    return Field(
        name=one.name, label=str(one.label), kind="choice", options=options, finder=finder, required=False
    )


def _chips(register: Register, actor: Actor, query: Query, base: Mapping[str, str]) -> tuple[Chip, ...]:
    chips = []
    for one in register.filters:
        if chosen := query.filters.get(one.name):
            rest = {name: text for name, text in base.items() if name != one.name}
            chips.append(Chip(str(one.label), _word(one, actor, chosen), "?" + urlencode(rest)))
    return tuple(chips)


def _word(one: Filter, actor: Actor, chosen: str) -> str:
    """What a chosen value is called; a record that the actor may not see is told by its number only."""
    if one.words:
        return one.words(chosen)
    if one.noun:
        row = registry.registers[one.noun].visible(actor).filter(pk=chosen).first()
        return str(row or chosen)
    known = dict(one.choices(actor)) if one.choices else {}
    return known.get(chosen) or (directory().region_name(chosen) if one.name == "region" else "") or chosen


def _columns(register: Register, request: HttpRequest) -> Form:
    chosen = request.GET.getlist("columns") or [one.path for one in register.columns]
    options = tuple(
        Option(value=one.path, label=str(one.label), chosen=one.path in chosen) for one in register.columns
    )
    field = Field(name="columns", label=_("Columns"), kind="choices", options=options, required=False)
    hidden = tuple(
        (name, str(text))
        for name, text in request.GET.items()
        if name not in {"columns", *_passing(register)}
    )
    return Form(key="columns", title=_("Columns"), url="", button=_("Show"), fields=(field,), hidden=hidden)


def _export(register: Register, actor: Actor, query: Query, kind: str) -> HttpResponseBase:
    """All rows of the search and the filters, as CSV or XLSX; a last line tells when some are left out."""
    lines = _lines(register, every_row(register, actor, query))
    if kind == "csv":
        answer: HttpResponseBase = StreamingHttpResponse(_csv(lines), content_type="text/csv; charset=utf-8")
    else:
        answer = HttpResponse(
            _xlsx(lines), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        )
    answer.headers["Content-Disposition"] = f'attachment; filename="{register.slug}.{kind}"'
    return answer


def _lines(register: Register, rows: Iterator[object]) -> Iterator[list[str]]:
    yield [str(column.label) for column in register.columns]
    for number, row in enumerate(rows):
        if number == EXPORT_MOST:
            left_out = _("Only the first {n} rows are in this file: narrow the register for the others.")
            yield [left_out.format(n=EXPORT_MOST)]
            return
        yield [_text(row, column.path, column.kind) for column in register.columns]


def _text(row: object, path: str, kind: str) -> str:
    if kind == "state":
        path = "state_word"
    raw = row if path == "__str__" else value_at(row, path)
    return "" if raw is None else value(raw)


def _csv(lines: Iterator[list[str]]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    yield "\ufeff"
    for line in lines:
        writer.writerow([_harmless(text) for text in line])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _harmless(text: str) -> str:
    """No text that a spreadsheet would run as a formula, in whichever width its first sign is written."""
    return f"'{text}" if text[:1] and text[0] in FORMULA_SIGNS else text


def _xlsx(lines: Iterator[list[str]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for line in lines:
        sheet.append([_harmless(text) for text in line])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
