"""Signing in and out, and the settings of a reader: language and appearance."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import check_for_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from banyan.acts.directory import directory
from banyan.desk.access import local, page
from banyan.desk.demo_accounts import demo_accounts
from banyan.desk.frame import show
from banyan.desk.shapes import Field, Form, Link, SignIn
from banyan.desk.words import said

YEAR = 365 * 24 * 3600


@page("GET", "HEAD", "POST", public=True)
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for the user name, the password and the one-time code."""
    onward = local(request.POST.get("next") or request.GET.get("next", "")) or "/"
    fault = ""
    if request.method == "POST":
        given = request.POST
        user_name, code = given.get("user_name", "").strip(), given.get("code", "").strip()
        done = directory().sign_in(user_name, given.get("password", ""), code)
        if done.account is not None:
            login(request, done.account, backend="django.contrib.auth.backends.ModelBackend")
            return HttpResponseRedirect(onward)
        fault = said(done.fault) if done.fault else ""
    return show(request, _view(request, onward, fault), _("Sign in"), status=401 if fault else 200)


def _view(request: HttpRequest, onward: str, fault: str) -> SignIn:
    fields = (
        Field(
            name="user_name",
            label=_("User name"),
            value=request.POST.get("user_name", ""),
            autocomplete="username",
            error=fault,
        ),
        Field(name="password", label=_("Password"), kind="secret", autocomplete="current-password"),
        Field(
            name="code",
            label=_("One-time code"),
            help=_("Six digits from your authenticator; each code is accepted once."),
            autocomplete="one-time-code",
        ),
    )
    form = Form(
        key="sign-in",
        title=_("Sign in"),
        url="/sign-in",
        button=_("Sign in"),
        fields=fields,
        hidden=(("next", onward),),
    )
    return SignIn(
        title=_("Banyan, the desk"),
        said=_("What you may do follows from the offices that you hold today."),
        form=form,
        others=(Link(_("Read the Measures and what the system does about them"), "/law"),),
        accounts=demo_accounts() if settings.BANYAN_DEMO else None,
    )


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return HttpResponseRedirect("/sign-in")


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the reader's language."""
    answer = _back(request)
    chosen = request.POST.get("language", "")
    if check_for_language(chosen):
        answer.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            chosen,
            max_age=YEAR,
            samesite="Lax",
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return answer


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep the reader's appearance: as the system, light or dark."""
    answer = _back(request)
    if request.POST.get("theme") in ("light", "dark"):
        answer.set_cookie(
            "theme",
            request.POST["theme"],
            max_age=YEAR,
            samesite="Lax",
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
        )
    else:
        answer.delete_cookie("theme")
    return answer


def _back(request: HttpRequest) -> HttpResponseRedirect:
    try:
        parts = urlsplit(request.headers.get("Referer", "/"))
    except ValueError:
        return HttpResponseRedirect("/")
    query = f"?{parts.query}" if parts.query else ""
    return HttpResponseRedirect(local(parts.path + query) or "/")
