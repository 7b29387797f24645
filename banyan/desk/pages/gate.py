"""The collection gate as a page: field by field, the red ones first, and one step to request what government holds."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_  # noqa: N812  the usual mark for later

from banyan.acts import registry
from banyan.acts.access import object_at, register_at
from banyan.acts.queries import Possibility, possible
from banyan.catalogue.queries.gate import GateRow
from banyan.catalogue.queries.gate import gate as judge
from banyan.desk import shapes
from banyan.desk.access import page
from banyan.desk.forms import form_of, given_by, searches, sought_in
from banyan.desk.frame import actor_of, show
from banyan.desk.pages.requesting import PURPOSE, REQUEST, Sent, picked, request_items
from banyan.desk.pages.thing import head_of
from banyan.desk.reach import Address, addresses
from banyan.desk.sending import new_key
from banyan.desk.shapes import Condition, Form, Link, Offer, State, Stopped, Weight
from banyan.desk.words import address_of, address_of_act, article, asking, said, stopped
from banyan.exchange.queries.requests import requested_for

VERDICTS = {
    "lawful": ("good", N_("May be asked"), "16.2-a"),
    "dropped": ("good", N_("Not asked any more"), "16.2-c"),
    "obtainable": ("bad", N_("Held already"), "16.2-c"),
    "outside": ("bad", N_("Outside the catalogue"), "16.2-b"),
    "too_often": ("warn", N_("Too often"), "16.2-a"),
    "wrong_subject": ("warn", N_("From others"), "16.2-a"),
}


@page("GET", "HEAD", "POST")
def gate(request: HttpRequest, *, pk: int) -> HttpResponse:
    """The gate of one form; sent, it requests the picked items from those who hold them."""
    register, actor = register_at("catalogue", "collection-forms"), actor_of(request)
    form = object_at(register, actor, pk)
    rows, sent = judge(form), Sent()
    if request.method == "POST" and not searches(request):
        sent = request_items(request, form, rows)
        if sent.whole:
            done = ",".join(str(entry.pk) for entry in sent.done)
            return HttpResponseRedirect(asking(f"{address_of(form)}gate/", {"done": done}))
        rows = judge(form)
    view = _view(request, form, rows, sent.faults)
    trail = (
        Link(str(register.title), f"/{register.path}/"),
        Link(str(form), address_of(form)),
        Link(_("Gate")),
    )
    status = 422 if sent.faults else 409 if sent.stopped else 200
    title = _("Gate: {form}").format(form=form)
    return show(request, view, title, trail=trail, done=sent.done, stopped=sent.stopped, status=status)


def _view(request: HttpRequest, form: Any, rows: list[GateRow], faults: Any) -> shapes.Gate:
    able = possible(actor_of(request), form)
    asked = requested_for(form)
    address = addresses(actor_of(request), asked.values())
    may_request = any(one.act.name == "catalogue.take_by_sharing" and one.free for one in able)
    return shapes.Gate(
        head=head_of(registry.registers["catalogue.collectionform"], form),
        conditions=tuple(
            _condition(row, form, _evidence(row, asked, address), picked=picked(request, row)) for row in rows
        ),
        sentence=_("{held} of {all} fields hold.").format(held=sum(row.holds for row in rows), all=len(rows)),
        what=_("Field"),
        group=_group(request, form, rows, faults) if may_request else None,
        can=tuple(_offer(one, form) for one in able if one.free),
        cannot=tuple(_stopped(one) for one in able if one.mine and one.refusals),
    )


def _offer(one: Possibility, form: Any) -> Offer:
    weight: Weight = "main" if one.act.slug == "register-form" else "plain"
    return Offer(
        verb=_(one.act.title), url=address_of_act(one.act, form.pk), help=_(one.act.help), weight=weight
    )


def _stopped(one: Any) -> Stopped:
    return stopped(_(one.act.title), one.refusals)


def _condition(row: GateRow, form: Any, evidence: Link | None, *, picked: bool) -> Condition:
    tone, word, norm = VERDICTS[row.verdict]
    held = row.evidence if row.verdict == "obtainable" else None
    return Condition(
        what=row.name,
        verdict=State(_(word), tone),  # type: ignore[arg-type]  # one of the literal
        article=article(norm),
        because=said(row.because) if not held else said(held.why),
        evidence=evidence,
        fix=_fix(row, form),
        pick=str(row.field) if held and not held.own else "",
        picked=picked,
    )


def _evidence(row: GateRow, asked: Mapping[int, Model], address: Address) -> Link | None:
    """What holds the fact that people need not be asked: the request by which it comes, else the item itself."""
    held = row.evidence if row.verdict in {"obtainable", "dropped"} else None
    if held is None:
        return None
    request = next((asked[one.item] for one in (held, *row.others) if one.item in asked), None)
    if row.verdict == "dropped" and request:
        return Link(_("Share request: {what}").format(what=request), address(request))
    return Link(
        f"{held.provider} · {held.resource_name} · {held.item_name}",
        f"/catalogue/resources/{held.resource}/",
    )


def _fix(row: GateRow, form: Any) -> Link | None:
    if row.verdict == "outside":
        return Link(
            _("Propose for the catalogue"),
            "/catalogue/collection-items/propose-item/?"
            + urlencode({"name": row.name, "matter": form.matter, "subject": form.subject}),
        )
    if row.verdict == "obtainable" and row.evidence:
        if row.evidence.own:
            return Link(
                _("Take from your own data"),
                f"/catalogue/collection-forms/{form.pk}/take-by-sharing/?fields={row.field}",
            )
        begin = {
            "resource": row.evidence.resource,
            "items": row.evidence.item,
            "form": form.pk,
            "case_type": form.matter,
            "purpose": form.name,
            "legal_basis": form.basis,
        }
        return Link(
            _("Request this item"), f"/exchange/share-requests/submit-share-request/?{urlencode(begin)}"
        )
    if row.verdict in ("too_often", "wrong_subject"):
        return Link(
            _("See the collection catalogue"), f"/catalogue/collection-items/?{urlencode({'q': row.name})}"
        )
    return None


def _group(request: HttpRequest, form: Any, rows: list[GateRow], faults: Any) -> Form | None:
    """The form that requests everything picked: its purpose is asked once, one request goes to each resource."""
    held = [row for row in rows if row.verdict == "obtainable" and row.evidence and not row.evidence.own]
    if not held:
        return None
    act = registry.acts[REQUEST]
    begun = {"purpose": form.name, "legal_basis": form.basis, "case_type": form.matter, "daily_volume": 200}
    given = {**begun, **(given_by(request, act) if request.method == "POST" else {})}
    picks = tuple((one.name, "") for one in act.shape.inputs if one.name not in PURPOSE)
    made = form_of(
        act,
        None,
        actor_of(request),
        given=given,
        faults=faults,
        hidden=picks,
        sought=sought_in(request, act),
    )
    providers = {row.evidence.provider for row in held if row.evidence}
    return Form(
        key="gate",
        title=_("Request these items"),
        url=request.path,
        button=_("Request the picked items"),
        help=_("{n} items of {m} providers, for the purpose below; people are then not asked.").format(
            n=len(held), m=len(providers)
        ),
        article=article("22.3-a"),
        fields=made.fields,
        hidden=(new_key(),),
        shortcut="r",
    )
