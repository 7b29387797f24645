"""The account of another officer, for the office that appoints him: opened, given anew, let in again."""

import uuid

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from banyan.bodies.accounts import Enrolment, Standing, hand_over, kept, lift_lockout
from banyan.desk import shapes
from banyan.desk.access import page
from banyan.desk.frame import actor_of, show
from banyan.desk.pages.account import EVENTS, HOME, TOLD, codes_of, events_of
from banyan.desk.shapes import Fact, Facts, Form, Link, State
from banyan.desk.words import moment

KEY = "account-key"


def page_of(officer: int) -> str:
    """Where the account of an officer is kept."""
    return f"/accounts/{officer}/"


@never_cache
@page("GET", "HEAD", "POST")
def account(request: HttpRequest, *, pk: int) -> HttpResponse:
    """How an officer's account stands; sent, a first password and new codes, which are shown this once."""
    actor = actor_of(request)
    if pk == actor.officer:
        return HttpResponseRedirect(HOME)
    one = kept(actor, pk, EVENTS)
    if request.method == "POST":
        key = request.POST.get(KEY, "")
        if not key or request.session.get(KEY) == key:
            request.session[TOLD] = _("That was done already; the first password is shown only once.")
            return HttpResponseRedirect(page_of(pk))
        request.session[KEY] = key
        return _shown_once(request, one, hand_over(actor, one.officer))
    view = shapes.Account(
        title=_("Account of {officer}").format(officer=one.officer.name),
        told=request.session.pop(TOLD, ""),
        facts=_facts(one),
        forms=(*((_lift_form(one),) if one.locked else ()), _open_form(one)),
        events_title=_("What happened to this account"),
        events=events_of(one),
    )
    return show(request, view, view.title, trail=_trail(one, view.title))


@require_POST
@page("POST")
def lift(request: HttpRequest, *, pk: int) -> HttpResponse:
    """Let an officer who was locked out sign in again at once."""
    actor = actor_of(request)
    lift_lockout(actor, kept(actor, pk, 0).officer)
    request.session[TOLD] = _("The lock-out is lifted.")
    return HttpResponseRedirect(page_of(pk))


def _facts(one: Standing) -> Facts:
    facts = (
        Fact(_("Officer"), one.officer.name),
        Fact(_("Body"), str(one.officer.body), f"/bodies/bodies/{one.officer.body.pk}/"),
        Fact(_("User name"), one.officer.user_name),
        Fact(_("State"), state=_state(one)),
    )
    return Facts(_("Account"), facts)


def _state(one: Standing) -> State:
    if one.account is None:
        return State(_("no account yet"), "quiet")
    if one.locked and one.account.locked_until:
        until = moment(one.account.locked_until)
        return State(_("locked until {time} after too many failures").format(time=until), "bad")
    if one.account.must_change:
        return State(_("waits for the first sign-in"), "info")
    return State(_("in use"), "good")


def _open_form(one: Standing) -> Form:
    anew = one.account is not None
    told = _("The former password, codes, sessions and tokens of the officer end at once.")
    return Form(
        key="open",
        title=_("Give a new first password") if anew else _("Open account"),
        url=page_of(one.officer.pk),
        button=_("Give a new first password") if anew else _("Open account"),
        weight="danger" if anew else "main",
        help=" ".join(
            (
                _("A first password and a secret of one-time codes are made and shown once; hand them over."),
                *((told,) if anew else ()),
            )
        ),
        hidden=((KEY, uuid.uuid4().hex),),
    )


def _lift_form(one: Standing) -> Form:
    return Form(
        key="lift",
        title=_("Lift the lock-out"),
        url=f"{page_of(one.officer.pk)}lift",
        button=_("Lift the lock-out"),
        help=_("The officer may sign in again at once. Make sure first that it was the officer who failed."),
    )


def _shown_once(request: HttpRequest, one: Standing, made: Enrolment) -> HttpResponse:
    """What the officer needs for the first sign-in; it is kept nowhere that could show it again."""
    facts = (Fact(_("User name"), made.user_name), Fact(_("First password"), made.made))
    view = shapes.Account(
        title=_("Account of {officer}").format(officer=one.officer.name),
        told=_("The account is open."),
        warned=_(
            "Shown this once. Hand it to the officer in person; at the first sign-in another password is chosen."
        ),
        facts=Facts(_("For the first sign-in"), facts),
        codes=codes_of(made.secret, made.address),
        ways=(Link(_("I have handed it over"), page_of(one.officer.pk)),),
    )
    return show(request, view, view.title, trail=_trail(one, view.title))


def _trail(one: Standing, title: str) -> tuple[Link, ...]:
    body = one.officer.body
    return (Link(_("Bodies"), "/bodies/bodies/"), Link(str(body), f"/bodies/bodies/{body.pk}/"), Link(title))
