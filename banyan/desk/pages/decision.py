"""The decision page of a share request: everything needed, and the lawful answers side by side."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from banyan.acts.access import entries_open_to, object_at, register_at
from banyan.acts.actor import Actor
from banyan.acts.errors import NotThere
from banyan.acts.names import paired
from banyan.acts.queries import history, possible
from banyan.desk import shapes
from banyan.desk.access import page
from banyan.desk.forms import form_of
from banyan.desk.frame import actor_of, show
from banyan.desk.pages.thing import head_of
from banyan.desk.reach import Address, addresses
from banyan.desk.shapes import Cell, Column, Event, Fact, Facts, Form, Link, Table
from banyan.desk.words import address_of, day, event, lang, state_of, stopped, value
from banyan.exchange.queries.requests import similar_decisions
from banyan.kit.sentence import listed
from banyan.lake.queries.rows import samples

ANSWERS = {"exchange.grant_share": "g", "exchange.refuse_share": "r"}


@page("GET", "HEAD")
def decide(request: HttpRequest, *, pk: int) -> HttpResponse:
    """What is asked, by whom, under which law; what granting would mean; the lawful answers.

    Only for offices that may answer: who asks, and who watches, is shown no value of the data.
    """
    register, actor = register_at("exchange", "share-requests"), actor_of(request)
    row = object_at(register, actor, pk)
    able = {one.act.name: one for one in possible(actor, row)}
    if not any(able[name].mine for name in ANSWERS):
        raise NotThere
    address = addresses(actor, [row.form, row.system])
    answers = []
    for name, key in ANSWERS.items():
        one = able[name]
        why = stopped(_(one.act.title), one.refusals) if one.refusals else None
        form = form_of(one.act, row, actor, stopped=why, shortcut=key if one.free else "")
        answers.append(_with_meaning(form, row) if name == "exchange.grant_share" else form)
    view = shapes.Decision(
        head=head_of(register, row),
        asked=_("{consumer} asks for {n} of the items of {resource} for: {purpose}").format(
            consumer=row.consumer, n=row.items.count(), resource=row.resource, purpose=row.purpose
        ),
        law=_law(row, address),
        items=_items(row),
        items_note=_("Samples are masked; the consumer sees only what is granted."),
        effects=_effects(row, address),
        answers=tuple(answers),
        before=tuple(_before(one, actor) for one in similar_decisions(row)),
        no_before=_("No earlier request for this resource was decided."),
        record=Link(_("The request with its history"), address_of(row)),
    )
    trail = (
        Link(str(register.title), f"/{register.path}/"),
        Link(str(row), address_of(row)),
        Link(_("Decide")),
    )
    return show(request, view, _("Decide: {request}").format(request=row), trail=trail)


def _with_meaning(form: Form, row: Any) -> Form:
    """The form with what granting will do, which follows the items and the last day chosen."""
    return replace(
        form,
        means=_means(row, row.items.count(), day(row.until)),
        means_live=_means(row, "{items}", "{until}"),
    )


def _means(row: Any, items: object, until: str) -> str:
    return _(
        "This lets {consumer} read {n} of the items of {resource} until {day}, at most {volume} times a day."
    ).format(
        consumer=row.consumer,
        n=items,
        resource=row.resource,
        day=until,
        volume=value(row.daily_volume, "number"),
    )


def _law(row: Any, address: Address) -> Facts:
    return Facts(
        _("Purpose and law"),
        (
            Fact(_("Purpose"), row.purpose),
            Fact(_("Legal basis"), row.legal_basis),
            Fact(_("Case type"), row.case_type),
            Fact(_("Responsible officer"), str(row.responsible)),
            Fact(_("Collection form"), str(row.form or "—"), address(row.form) if row.form else ""),
            Fact(_("Sharing condition"), row.resource.condition or str(row.resource.get_sharing_display())),
        ),
    )


def _effects(row: Any, address: Address) -> Facts:
    level = row.system.protection
    return Facts(
        _("What granting would mean"),
        (
            Fact(_("Reads a day at most"), value(row.daily_volume, "number")),
            Fact(_("Until"), day(row.until)),
            Fact(_("Consumer system"), str(row.system), address(row.system)),
            Fact(
                _("Protection level (MLPS)"),
                _("{has}, {needs} needed").format(has=level, needs=row.resource.required_protection),
            ),
            Fact(_("Rows"), _("those of {region}").format(region=row.consumer.region)),
        ),
    )


def _items(row: Any) -> Table:
    """The requested items with their sensitivity and masked samples."""
    items = list(row.items.order_by("position"))
    shown = samples(row.resource, [item.name for item in items])
    columns = tuple(
        Column(label=label) for label in (_("Item"), _("Data type"), _("Sensitive"), _("Masked samples"))
    )
    rows = tuple(
        (
            Cell(item.name),
            Cell(str(item.get_data_type_display())),
            Cell(value(item.is_sensitive)),
            Cell(listed(shown.get(item.name, ()), lang()) or "—"),
        )
        for item in items
    )
    return Table(caption=_("Items asked for"), columns=columns, rows=rows)


def _before(row: Any, actor: Actor) -> Event:
    entry = history("exchange.sharerequest", row.pk).exclude(act="exchange.submit_share_request").first()
    if entry is not None:
        return event(entry, linked=bool(entries_open_to(actor, [entry])))
    state = state_of(row)
    return Event(sentence=paired(row, state.word if state else ""), when="", at="")
