"""The read log of a provider: who read what, for which purpose, and what the log proves."""

from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_  # noqa: N812  the usual mark for later
from django.utils.translation import ngettext

from banyan.acts.actor import Actor
from banyan.acts.directory import directory
from banyan.acts.errors import NotThere
from banyan.acts.reading import number_in
from banyan.desk import shapes
from banyan.desk.access import page
from banyan.desk.frame import actor_of, show
from banyan.desk.reach import Place, places
from banyan.desk.shapes import Bar, Bars, Cell, Column, Empty, Fact, Facts, Link, Proof, State, Table
from banyan.desk.words import article, day, lang, moment, rows_here, said, value
from banyan.exchange.reads import Read, reads, reads_per_day, why_denied
from banyan.kit.sentence import listed
from banyan.ledger.models import Log
from banyan.ledger.queries import state

DAYS = 30
PAGE = 50
GRANT = "exchange.grant"


TITLES = {Log.Kind.ACTS: N_("Log of acts"), Log.Kind.META: N_("Log of all checkpoints")}


def readable(actor: Actor) -> dict[Log, str]:
    """The logs that the actor may read, public ones and those of its bodies, with their titles."""
    found = [log for log in Log.objects.order_by("kind", "name") if log.public or log.body in actor.bodies]
    names = directory().names(log.body for log in found if log.body)
    return {
        log: _("Uses of the data of {body}").format(body=of.name)
        if (of := names.get(log.body or 0))
        else _(TITLES.get(Log.Kind(log.kind), log.title))
        for log in found
    }


@page("GET", "HEAD", public=True)
def logs(request: HttpRequest) -> HttpResponse:
    """All logs that the reader may see."""
    columns = (
        Column(label=_("Log")),
        Column(label=_("Anchored up to"), kind="number"),
        Column(label=_("At"), kind="date"),
        Column(label=_("Waiting"), kind="number"),
        Column(label=_("State"), kind="state"),
    )
    rows = []
    for log, title in readable(actor_of(request)).items():
        now = state(log)
        word = State(_("anchored"), "good") if not now.pending else State(_("anchoring"), "info")
        rows.append(
            (
                Cell(title, f"/logs/{log.name}/"),
                Cell(value(now.size, "number")),
                Cell(moment(now.at)),
                Cell(value(now.pending, "number")),
                Cell(state=word),
            )
        )
    view = shapes.Register(
        title=_("Ledger logs"),
        said=_(
            "Every act and every read stands in a tamper-evident log that anybody with its address can verify offline."
        ),
        article=article("17.1-c"),
        table=Table(caption=_("Ledger logs"), columns=columns, rows=tuple(rows)),
        size=rows_here(len(rows)),
        empty=Empty(what=_("Tamper-evident logs."), why=_("No log that you may read was opened yet.")),
    )
    return show(request, view, view.title)


@page("GET", "HEAD", public=True)
def log_page(request: HttpRequest, *, name: str) -> HttpResponse:
    """One log: of a provider's reads, the list of uses with purposes and a chart; of acts, its proof."""
    actor = actor_of(request)
    allowed = readable(actor)
    log = next((one for one in allowed if one.name == name), None)
    if log is None:
        raise NotThere
    title = allowed[log]
    before = number_in(request.GET, "before")
    found = reads(log.body, before=before, limit=PAGE) if log.kind == Log.Kind.READS and log.body else []
    view = shapes.Register(
        title=title,
        said=_("Every read is recorded before the data leaves; denials too."),
        article=article("32.2-a"),
        table=_table(actor, title, found),
        size=rows_here(len(found)),
        next=f"?before={found[-1].leaf}" if len(found) == PAGE else "",
        chart=_chart(log) if log.kind == Log.Kind.READS else None,
        proof=_proof(log),
        empty=Empty(
            what=title,
            why=_("Nothing was read yet.")
            if log.kind == Log.Kind.READS
            else _("The entries of this log are served as tiles; verify them with the command above."),
        ),
    )
    return show(request, view, view.title, trail=(Link(_("Ledger logs"), "/logs/"), Link(title)))


def _table(actor: Actor, title: str, found: list[Read]) -> Table:
    labels = (_("When"), _("Consumer"), _("Purpose"), _("Resource"), _("Items"), _("Rows"), _("Outcome"))
    kinds = ("date", "text", "text", "text", "text", "number", "state")
    columns = tuple(Column(label=label, kind=kind) for label, kind in zip(labels, kinds, strict=True))  # type: ignore[arg-type]  # all are cell kinds
    place = places(actor, ((GRANT, one.grant) for one in found))
    return Table(caption=title, columns=columns, rows=tuple(_row(one, place) for one in found))


def _row(one: Read, place: Place) -> tuple[Cell, ...]:
    denied = one.kind == "denied"
    return (
        Cell(moment(one.at)),
        Cell(one.consumer_name, note=one.system),
        Cell(one.purpose or "—", place(GRANT, one.grant)),
        Cell(one.resource_name or "—"),
        Cell(listed(one.items, lang()) or "—"),
        Cell(value(one.rows, "number")),
        Cell(
            state=State(_("denied"), "bad") if denied else State(_("delivered"), "good"),
            note=said(why_denied(one.reason)) if denied else "",
        ),
    )


def _chart(log: Log) -> Bars | None:
    days = reads_per_day(log.body, DAYS) if log.body else []
    if not any(number for _day, number in days):
        return None
    total = sum(number for _day, number in days)
    bars = tuple(
        Bar(day(when), number, ngettext("%(n)d time", "%(n)d times", number) % {"n": number})
        for when, number in days
    )
    return Bars(
        title=_("{n} reads in {days} days").format(n=value(total, "number"), days=DAYS),
        steps=_("Day"),
        amounts=_("Reads"),
        bars=bars,
    )


def _command_help(log: Log) -> Iterator[str]:
    yield _(
        "The verifier needs Python alone; it keeps what it saw in state.json and finds what was changed since."
    )
    if not log.public:
        yield _("This log is closed: token.txt holds the token that signing in to the API gives you.")


def _proof(log: Log) -> Proof:
    now = state(log)
    url = f"{settings.BANYAN_GATEWAY_URL}/log/{log.name}"
    return Proof(
        state=State(_("anchored"), "good") if not now.pending else State(_("anchoring"), "info"),
        anchored=_("Anchored up to entry {n}, {time}.").format(
            n=value(now.size, "number"), time=moment(now.at)
        ),
        pending=_("{n} newer entries wait for their place.").format(n=now.pending) if now.pending else "",
        facts=(
            Facts(
                _("Address and key"),
                (
                    Fact(_("Address"), url),
                    Fact(_("Verification key"), log.vkey),
                    Fact(_("Witnesses"), str(max(now.cosignatures, 0))),
                ),
            ),
        ),
        downloads=(Link("verify.py", f"{url}/verify.py"), Link("vkey", f"{url}/vkey")),
        command=f"python3 verify.py {url} --vkey vkey --state state.json{'' if log.public else ' --token token.txt'}",
        command_help=" ".join(_command_help(log)),
    )
