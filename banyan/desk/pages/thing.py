"""An object: its facts, what can happen now and why not the rest, and its history."""

from dataclasses import replace
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from banyan.acts import registry
from banyan.acts.access import history_for, object_at, open_register, tables_beside, ways_beside
from banyan.acts.act import Act
from banyan.acts.actor import Actor
from banyan.acts.governed import Governed
from banyan.acts.models import Duty, Entry
from banyan.acts.office import begun_from
from banyan.acts.queries import Possibility, possible
from banyan.acts.register import Chart, Group, Register, Related, Way, charts_of, value_at
from banyan.acts.register import Column as RegisterColumn
from banyan.acts.sentences import who
from banyan.desk import shapes
from banyan.desk.access import page
from banyan.desk.frame import actor_of, show
from banyan.desk.reach import Address, addresses
from banyan.desk.shapes import (
    Cell,
    Column,
    Event,
    Fact,
    Facts,
    Head,
    Link,
    Offer,
    Other,
    Saying,
    Span,
    Stopped,
    Table,
)
from banyan.desk.tables import records, table
from banyan.desk.words import address_of, address_of_act, event, said, state_of, stopped, time_left, value

EVENTS = 12
STATE = "acts.state_allows_it"
MOST_BEGUN = 4
MOST_OTHERS = 4


@page("GET", "HEAD", public=True)
def thing(request: HttpRequest, *, part: str, nouns: str, pk: int) -> HttpResponse:
    """The page of one object."""
    actor = actor_of(request)
    register = open_register(part, nouns, actor)
    row = object_at(register, actor, pk)
    able = possible(actor, row) if register.governed and actor.offices else []
    entries = list(history_for(actor, register.noun, pk)[: EVENTS + 1])
    known = [_known(group, row) for group in register.groups]
    beside = [(one, list(rows[: one.most + 1])) for one, rows in tables_beside(register, row, actor)]
    linked = [raw for one in known for column, raw in one if column.kind == "record"]
    linked += [raw for one, rows in beside for raw in records(one.columns, rows[: one.most])]
    address = addresses(actor, linked)
    view = shapes.Object(
        head=head_of(register, row),
        facts=tuple(
            Facts(str(group.title), tuple(_fact(column, row, raw, address) for column, raw in told))
            for group, told in zip(register.groups, known, strict=True)
            if told
        ),
        can=(
            *(_gate(one, row) for one in able if one.act.gate and one.act.leads_from(row.state)),
            *ways_on(register, row, actor),
            *(_offer(one, pk) for one in able if one.free and not one.act.gate),
        ),
        cannot=tuple(_stopped(one, pk) for one in able if one.mine and one.refusals and not _by_state(one)),
        later=tuple(_stopped(one, pk) for one in able if one.mine and _by_state(one)),
        begin=tuple(_begun(act, given) for act, given in begun_from(actor, row)[:MOST_BEGUN]),
        nothing=_("Nothing is for your office to do in this state.") if actor.offices else "",
        others=_others(able, row),
        related=tuple(_related(one, rows, row, actor, address) for one, rows in beside),
        charts=tuple(drawn for one in charts_of(register) if (drawn := _chart(one, row)).bars),
        history=tuple(_event(entry, actor) for entry in entries[:EVENTS]),
        older=Link(_("Older entries"), f"/entries/?noun={register.noun}&object={pk}")
        if len(entries) > EVENTS
        else None,
    )
    trail = (Link(str(register.title), f"/{register.path}/"), Link(str(row)))
    return show(request, view, str(row), trail=trail)


def head_of(register: Register, row: Any) -> Head:
    """The head of an object's page: kind, name, code, state, owner, clock."""
    duty = (
        Duty.objects.filter(noun=register.noun, object_id=row.pk, closed_at=None).order_by("due_at").first()
    )
    owner = value_at(row, register.owner) if register.owner else None
    return Head(
        kind=str(register.one),
        name=str(row),
        code=str(value_at(row, register.code) or "") if register.code else "",
        state=state_of(row),
        owner=Link(str(owner), address_of(owner)) if owner is not None else None,
        clock=time_left(duty.due_at) if duty else None,
    )


def _known(group: Group, row: Any) -> list[tuple[RegisterColumn, Any]]:
    """The facts of the group that the object has."""
    told = [(one, value_at(row, one.path)) for one in group.facts]
    return [(one, raw) for one, raw in told if raw not in (None, "")]


def _fact(one: RegisterColumn, row: Any, raw: Any, address: Address) -> Fact:
    if one.kind == "state":
        return Fact(str(one.label), state=state_of(row), help=str(one.help))
    url = address(raw) if one.kind == "record" and isinstance(raw, Model) else ""
    return Fact(str(one.label), value(raw, one.kind), url, str(one.help), folded=one.kind == "digest")


def _event(entry: Entry, actor: Actor) -> Event:
    """An entry as a line of history; the names of officers and the proofs are for those who hold an office."""
    told = event(entry)
    return told if actor.offices else replace(told, who="", entry=None)


def _related(one: Related, rows: list[Any], row: Any, actor: Actor, address: Address) -> shapes.Related:
    shown = rows[: one.most]
    listed = table(str(one.title), one.columns, shown, linked=False, address=address)
    more = _rest(one, row, shown) if len(rows) > one.most else None
    return shapes.Related(table=_with_acts(listed, row, shown, actor), more=more)


def _rest(one: Related, row: Any, shown: list[Any]) -> Link:
    """That a small table does not show all there is, and the way to all of it where its rows are of a register."""
    if not one.whole or one.of is None or shown[0].pk is None:
        return Link(_("Only the first {n} are shown here.").format(n=one.most))
    place = registry.registers[one.of._meta.label_lower].path
    told = _("Only the first {n} are shown here: see all")
    return Link(told.format(n=one.most), f"/{place}/?{one.whole.format(on=row)}")


def _with_acts(listed: Table, holder: Any, rows: list[Any], actor: Actor) -> Table:
    """The rows with what the actor can do about them, where they have no register of their own in the menu."""
    back = {"back": address_of(holder)}
    ways = [
        tuple(Span(_(act.title), url=address_of_act(act, one.pk, back)) for act in _acts_here(one, actor))
        for one in rows
    ]
    if not any(ways):
        return listed
    cells = (Cell(lines=tuple(Saying(words=(way,)) for way in each)) for each in ways)
    return replace(
        listed,
        columns=(*listed.columns, Column(label=_("What can happen now"), kind="acts")),
        rows=tuple((*row, cell) for row, cell in zip(listed.rows, cells, strict=True)),
    )


def _acts_here(thing: Any, actor: Actor) -> list[Act]:
    """The acts on a row that its state and the actor's office allow."""
    register = registry.registers.get(thing._meta.label_lower) if isinstance(thing, Governed) else None
    if register is None or register.menu:
        return []
    acts = registry.acts_on(register.noun)
    return [one for one in acts if one.leads_from(thing.state) and one.by.held(actor, thing)]


def _chart(one: Chart, row: Any) -> shapes.Bars:
    bars = tuple(shapes.Bar(bar.label, bar.value, bar.text) for bar in one.bars(row))
    return shapes.Bars(title=str(one.title), steps=str(one.steps), amounts=str(one.amounts), bars=bars)


def _offer(one: Possibility, pk: int) -> Offer:
    weight = "danger" if one.act.tone == "grave" else "plain"
    return Offer(verb=_(one.act.title), url=address_of_act(one.act, pk), help=_(one.act.help), weight=weight)  # type: ignore[arg-type]  # one of the literal


def _stopped(one: Possibility, pk: int) -> Stopped:
    return stopped(_(one.act.title), one.refusals, address_of_act(one.act, pk))


def _by_state(one: Possibility) -> bool:
    """Whether only the state stands against it: its time has not come, or is over."""
    return bool(one.refusals) and all(refusal.rule == STATE for refusal in one.refusals)


def _others(able: list[Possibility], row: Any) -> tuple[Other, ...]:
    """Which acts other offices can do now, where this officer can do none."""
    if any(one.free for one in able):
        return ()
    theirs = [one for one in able if not one.mine and not one.refusals]
    return tuple(Other(Link(_(one.act.title)), said(who(one.act.by, row))) for one in theirs[:MOST_OTHERS])


def _begun(act: Act, given: dict[str, Any]) -> Offer:
    """The way to the form that makes something out of this object, begun with it."""
    return Offer(verb=_(act.title), url=address_of_act(act, None, given), help=_(act.help), page=True)


def ways_on(register: Register, row: Any, actor: Actor) -> tuple[Offer, ...]:
    """The pages and files of an object beside its page."""
    return tuple(_way(one, row) for one in ways_beside(register, row, actor))


def _way(one: Way, row: Any) -> Offer:
    place = one.place.format(on=row)
    return Offer(
        verb=str(one.title),
        url=place if place.startswith("/") else f"{address_of(row)}{place}",
        help=str(one.help),
        weight="main" if one.before else "plain",
        key=one.key,
        page=True,
    )


def _gate(one: Possibility, row: Any) -> Offer:
    """The way to the gate of an act: open to everyone who sees the object, so that nobody asks in vain."""
    return Offer(
        verb=_("See the gate: {act}").format(act=_(one.act.title)),
        url=address_of_act(one.act, row.pk),
        help=_("Every condition with its article, its evidence, and how to meet it."),
        weight="main",
        page=True,
    )
