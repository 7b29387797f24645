"""An act: its form, and what comes of sending it."""

from typing import Any, TypedDict

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from banyan.acts import registry
from banyan.acts.access import act_at, object_at, register_at
from banyan.acts.act import Act
from banyan.acts.actor import Actor
from banyan.acts.door import confirm, perform
from banyan.acts.errors import Invalid, KeyReused, NotThere, Refused
from banyan.acts.models import Entry
from banyan.acts.queries import possible, proposal_for
from banyan.acts.reaction import follow
from banyan.acts.register import Register
from banyan.desk.access import local, page
from banyan.desk.forms import begun_with, form_of, given_by, searches, sought_in
from banyan.desk.frame import actor_of, show
from banyan.desk.pages.conditions import gate_of
from banyan.desk.pages.thing import head_of
from banyan.desk.sending import KEY, SENT_BEFORE, new_key
from banyan.desk.shapes import ActForm, Form, Link, Stopped, View
from banyan.desk.words import address_of, address_of_noun, asking, stopped


@page("GET", "HEAD", "POST")
def make(request: HttpRequest, *, part: str, nouns: str, slug: str) -> HttpResponse:
    """An act that makes a new object."""
    register = register_at(part, nouns)
    act = act_at(register, slug)
    if not act.moves.creates:
        raise NotThere
    return _answer(request, register, act, None)


@page("GET", "HEAD", "POST")
def do(request: HttpRequest, *, part: str, nouns: str, pk: int, slug: str) -> HttpResponse:
    """An act on an object."""
    register = register_at(part, nouns)
    act = act_at(register, slug)
    if act.moves.creates:
        raise NotThere
    return _answer(request, register, act, object_at(register, actor_of(request), pk))


def _answer(request: HttpRequest, register: Register, act: Act, row: Any) -> HttpResponse:
    actor = actor_of(request)
    if request.method != "POST":
        return _show(request, register, act, row, _form(request, act, row, actor))
    given = given_by(request, act)
    if searches(request):
        form = form_of(
            act, row, actor, given=given, sought=sought_in(request, act), **_carried(request, act, row)
        )
        return _show(request, register, act, row, form)
    try:
        entry = perform(
            act, actor, [row.pk] if act.over and row is not None else row, key=request.POST.get(KEY), **given
        )
    except Invalid as invalid:
        form = form_of(act, row, actor, given=given, faults=invalid.fields, **_carried(request, act, row))
        return _show(request, register, act, row, form, status=422)
    except KeyReused:
        form = form_of(act, row, actor, given=given, faults={"": SENT_BEFORE}, **_carried(request, act, row))
        return _show(request, register, act, row, form, status=422)
    except Refused as refused:
        why = stopped(_(act.title), refused.refusals)
        form = form_of(act, row, actor, given=given, **_carried(request, act, row))
        return _show(request, register, act, row, form, refused=why, status=409)
    follow(entry)
    return HttpResponseRedirect(after(entry, row, request.POST.get("back", "")))


def after(entry: Entry, row: Any, back: str) -> str:
    """Where to go when an act is done: back to where it was asked from, or to its object."""
    place = (
        local(back)
        or (address_of(row) if row is not None else "")
        or address_of_noun(entry.noun, entry.object_id)
        or "/"
    )
    return asking(place, {"done": entry.pk})


def _form(request: HttpRequest, act: Act, row: Any, actor: Actor) -> Form:
    against = next((one for one in possible(actor, row) if one.act is act), None) if row is not None else None
    why = stopped(_(act.title), against.refusals) if against and against.refusals else None
    begun = begun_with(request.GET, act)
    return form_of(
        act,
        row,
        actor,
        given=begun,
        stopped=why,
        **_carried(request, act, row),
        sought=sought_in(request, act),
    )


class Carried(TypedDict):
    """What a form carries along, and where whoever leaves it goes."""

    hidden: tuple[tuple[str, str], ...]
    cancel: str


def _carried(request: HttpRequest, act: Act, row: Any) -> Carried:
    """The form's key and where to go back to; left, it leads to the object or to the register of what is not made."""
    key = new_key()
    back = request.POST.get("back") or request.GET.get("back", "")
    cancel = address_of(row) if row is not None else f"/{registry.registers[act.noun].path}/"
    return {"hidden": (key, ("back", back)) if back else (key,), "cancel": cancel}


def _show(
    request: HttpRequest,
    register: Register,
    act: Act,
    row: Any,
    form: Form,
    *,
    refused: Stopped | None = None,
    status: int = 200,
) -> HttpResponse:
    head = head_of(register, row) if row is not None else None
    trail = [Link(str(register.title), f"/{register.path}/")]
    if row is not None:
        trail.append(Link(str(row), address_of(row)))
    trail.append(Link(_(act.title)))
    actor = actor_of(request)
    view: View = ActForm(form=form, head=head)
    if act.gate and head is not None:
        view = gate_of(act, actor, row, head, form if act.by.held(actor, row) else None)
    return show(
        request,
        view,
        _(act.title),
        trail=tuple(trail),
        stopped=(refused,) if refused else (),
        status=status,
    )


@page("GET", "HEAD", "POST")
def second(request: HttpRequest, *, pk: int) -> HttpResponse:
    """Confirm a proposed act as its second person."""
    proposal = proposal_for(actor_of(request), pk)
    act: Act = registry.acts[proposal.act]
    form = Form(
        key="second",
        title=_("Confirm: {act}").format(act=_(act.title)),
        url=request.path,
        button=_("Confirm as the second person"),
        help=f"{proposal.title}。{_(act.help)}",
    )
    if request.method != "POST":
        return show(request, ActForm(form=form), form.title)
    try:
        entry = confirm(proposal, actor_of(request))
        follow(entry)
    except Refused as refused:
        return show(
            request,
            ActForm(form=form),
            form.title,
            stopped=(stopped(form.title, refused.refusals),),
            status=409,
        )
    return HttpResponseRedirect(after(entry, None, ""))
