"""One's own account: its password, its one-time codes, and what happened to it."""

from typing import Any

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from banyan.acts.errors import Invalid, SignInFirst
from banyan.bodies.accounts import Standing, address_of, change_password, new_secret, renew_codes, standing
from banyan.desk import shapes
from banyan.desk.access import must_change, page
from banyan.desk.frame import show
from banyan.desk.shapes import Codes, Event, Fact, Facts, Field, Form, Link
from banyan.desk.squares import squares
from banyan.desk.words import moment, said

HOME, PASSWORD, CODES = "/account/", "/account/password", "/account/codes"
EVENTS = 20
SECRET, TOLD = "account.secret", "account.told"


@page("GET", "HEAD", public=True)
def own(request: HttpRequest) -> HttpResponse:
    """How the own account stands, and its latest events."""
    if not request.user.is_authenticated:
        raise SignInFirst
    if must_change(request):
        return HttpResponseRedirect(PASSWORD)
    mine = standing(request.user, EVENTS)
    facts = (Fact(_("Officer"), mine.officer.name), Fact(_("User name"), mine.officer.user_name))
    view = shapes.Account(
        title=_("Your account"),
        told=request.session.pop(TOLD, ""),
        facts=Facts(_("Account"), facts),
        ways=(Link(_("Change password"), PASSWORD), Link(_("Renew one-time codes"), CODES)),
        events_title=_("What happened to this account"),
        events=events_of(mine),
    )
    return show(request, view, view.title)


@never_cache
@sensitive_post_parameters()
@page("GET", "HEAD", "POST", public=True)
def password(request: HttpRequest) -> HttpResponse:
    """Ask for the present and the new password; a new one ends every other session."""
    if not request.user.is_authenticated:
        raise SignInFirst
    faults: dict[str, Any] = {}
    if request.method == "POST":
        sent = [request.POST.get(name, "") for name in ("old", "new", "again")]
        try:
            account = change_password(request.user, *sent)
        except Invalid as invalid:
            faults = invalid.fields
        else:
            update_session_auth_hash(request, account)
            request.session[TOLD] = _("Your password is changed. Your other sessions and tokens have ended.")
            return HttpResponseRedirect(HOME)
    first = must_change(request)
    view = shapes.Account(
        title=_("Change password"),
        warned=_("You signed in with a first password. Choose one of your own before you go on.")
        if first
        else "",
        forms=(
            _password_form({name: said(one) for name, one in faults.items()}, cancel="" if first else HOME),
        ),
    )
    return show(request, view, view.title, trail=_trail(view.title), status=422 if faults else 200)


def _password_form(faults: dict[str, str], cancel: str) -> Form:
    labels = {
        "old": (_("Present password"), "", "current-password"),
        "new": (
            _("New password"),
            _("At least 12 characters; a short sentence is easy to keep in mind."),
            "new-password",
        ),
        "again": (_("New password once more"), "", "new-password"),
    }
    return Form(
        key="password",
        title=_("A password of your own"),
        url=PASSWORD,
        button=_("Change password"),
        help=_("Your other sessions and the tokens of your programs end with the former password."),
        fields=tuple(
            Field(
                name=name,
                label=label,
                kind="secret",
                help=told,
                autocomplete=auto,
                error=faults.get(name, ""),
            )
            for name, (label, told, auto) in labels.items()
        ),
        cancel=cancel,
    )


@never_cache
@sensitive_post_parameters()
@page("GET", "HEAD", "POST", public=True)
def codes(request: HttpRequest) -> HttpResponse:
    """Show a new secret, and take it once a code of it shows that the authenticator has it."""
    if not request.user.is_authenticated:
        raise SignInFirst
    if must_change(request):
        return HttpResponseRedirect(PASSWORD)
    secret = request.session.setdefault(SECRET, new_secret())
    faults: dict[str, Any] = {}
    if request.method == "POST":
        known, code = request.POST.get("password", ""), request.POST.get("code", "").strip()
        try:
            renew_codes(request.user, secret, known, code)
        except Invalid as invalid:
            faults = invalid.fields
        else:
            del request.session[SECRET]
            request.session[TOLD] = _(
                "Your one-time codes are renewed; those of the former secret are refused."
            )
            return HttpResponseRedirect(HOME)
    address = address_of(request.user, secret)
    view = shapes.Account(
        title=_("Renew one-time codes"),
        codes=codes_of(secret, address),
        forms=(_codes_form({name: said(one) for name, one in faults.items()}),),
    )
    return show(request, view, view.title, trail=_trail(view.title), status=422 if faults else 200)


def _codes_form(faults: dict[str, str]) -> Form:
    return Form(
        key="codes",
        title=_("Confirm the new codes"),
        url=CODES,
        button=_("Renew one-time codes"),
        help=_("Until you confirm them, the former codes hold."),
        fields=(
            Field(
                name="password",
                label=_("Present password"),
                kind="secret",
                autocomplete="current-password",
                error=faults.get("password", ""),
            ),
            Field(
                name="code",
                label=_("Code of the new secret"),
                help=_("Six digits from your authenticator."),
                autocomplete="one-time-code",
                error=faults.get("code", ""),
            ),
        ),
        cancel=HOME,
    )


def codes_of(secret: str, address: str) -> Codes:
    """A secret as an authenticator takes it over: as a picture, and as text to type."""
    path, side = squares(address)
    spaced = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    facts = (Fact(_("Secret"), spaced), Fact(_("Address"), address, folded=True))
    return Codes(
        caption=_("For the authenticator"),
        help=_("Scan the picture with the authenticator on the telephone, or type the secret there."),
        alt=_("QR code of the secret"),
        path=path,
        side=side,
        facts=Facts(_("As text"), facts),
    )


def events_of(one: Standing) -> tuple[Event, ...]:
    """The events of an account as lines."""
    return tuple(
        Event(
            sentence=capfirst(event.get_kind_display()),
            when=moment(event.at),
            at=event.at.isoformat(),
            who=event.by.name if event.by else "",
        )
        for event in one.events
    )


def _trail(title: str) -> tuple[Link, ...]:
    return (Link(_("Your account"), HOME), Link(title))
