"""Which pages need an office, and what errors of the one door look like as pages."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from banyan.acts.errors import Invalid, NotThere, SignInFirst
from banyan.desk.frame import actor_of, show
from banyan.desk.shapes import Link, Problem
from banyan.desk.words import said

View = Callable[..., HttpResponseBase]


def page(*methods: str, public: bool = False) -> Callable[[View], View]:
    """A page that only officers see, unless it is public; what is not there answers as a page that says so.

    A public page may still ask its reader to sign in first (``SignInFirst``), for what of it is not public.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
            if request.method not in (methods or ("GET", "HEAD")):
                return HttpResponseNotAllowed(methods or ("GET", "HEAD"))
            if not public and not actor_of(request).offices:
                return HttpResponseRedirect(_way_in(request))
            try:
                return view(request, **kwargs)
            except SignInFirst:
                return HttpResponseRedirect(_way_in(request))
            except NotThere:
                return not_there(request)
            except Invalid as error:
                return unreadable(request, error)

        return answer

    return wrap


def must_change(request: HttpRequest) -> bool:
    """Whether somebody signed in with a first password, which serves for nothing but choosing another one."""
    return bool(getattr(request.user, "must_change", False))


def _way_in(request: HttpRequest) -> str:
    """Where somebody without an office goes first: to a password of his own, or to signing in."""
    if must_change(request):
        return "/account/password"
    return f"/sign-in?next={quote(request.get_full_path())}"


def local(address: str) -> str:
    """An address of this site as it stands; empty for any other."""
    here = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if here else ""


def not_there(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for what does not exist or may not be seen."""
    view = Problem(
        status=404,
        title=_("There is nothing here"),
        because=_("There is no such record, or your office may not see it."),
        instead=_("Check the address, or find it by name or code."),
        ways=(Link(_("What I owe"), "/"), Link(_("The Measures"), "/law")),
    )
    return show(request, view, view.title, status=404)


def unreadable(request: HttpRequest, error: Invalid) -> HttpResponse:
    """The page for an address whose query cannot be read."""
    view = Problem(
        status=422,
        title=_("This address cannot be read"),
        because=" ".join(said(sentence) for sentence in error.fields.values()),
        instead=_("Go back to the list and choose again."),
        ways=(Link(_("What I owe"), "/"),),
    )
    return show(request, view, view.title, status=422)


def too_large(request: HttpRequest, most: int) -> HttpResponse:
    """The page for a form or a file of more bytes than are taken."""
    view = Problem(
        status=413,
        title=_("This is too large"),
        because=_("At most {most} MB are taken here, so nothing of it was read.").format(most=most >> 20),
        instead=_("Split the file, or have the operator load it."),
        ways=(Link(_("What I owe"), "/"),),
    )
    return show(request, view, view.title, status=413)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form that came from elsewhere or is too old."""
    view = Problem(
        status=403,
        title=_("This form is too old"),
        because=_("It was opened in another session, so nothing was changed."),
        instead=_("Open the page again and send the form once more."),
        ways=(Link(_("What I owe"), "/"),),
    )
    return show(request, view, view.title, status=403)
