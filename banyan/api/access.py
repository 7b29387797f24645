"""Who calls: an officer by a token from signing in, or anybody for what is public."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt

from banyan.acts.actor import ANYONE, Actor
from banyan.acts.directory import directory
from banyan.acts.errors import ActError, Invalid
from banyan.acts.reading import MOST
from banyan.api.problems import of_error, problem
from banyan.kit.canonical import NotCanonical, read_json
from banyan.kit.numbers import whole
from banyan.kit.sentence import say

HOURS = 8

View = Callable[..., HttpResponse]


def actor_of(request: HttpRequest) -> Actor | JsonResponse:
    """The actor behind the bearer token; anyone without one; a problem when it is not valid."""
    header = request.headers.get("Authorization", "")
    if not header:
        return ANYONE
    scheme, _, token = header.partition(" ")
    actor = directory().actor_of_token(token) if scheme.lower() == "bearer" else None
    if actor is None:
        answer = problem(401, "sign-in", gettext("This token is not valid any more. Sign in again."))
        answer.headers["WWW-Authenticate"] = 'Bearer error="invalid_token"'
        return answer
    return actor


def _other_method(methods: tuple[str, ...]) -> JsonResponse:
    allowed = ", ".join(methods)
    refused = problem(405, "method", gettext("Use {methods} here.").format(methods=allowed))
    refused.headers["Allow"] = allowed
    return refused


def endpoint(*methods: str) -> Callable[[View], View]:
    """A view of the API: knows its actor, answers errors as problems, and needs no cookie.

    Where GET is answered HEAD is too (RFC 9110, 9.1); the server leaves its content out.
    """
    methods = (*methods, "HEAD") if "GET" in methods else methods

    def wrap(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def answer(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            if request.method not in methods:
                return _other_method(methods)
            actor = actor_of(request)
            if isinstance(actor, JsonResponse):
                return actor
            try:
                return view(request, actor=actor, **kwargs)
            except ActError as error:
                return of_error(error)

        return answer

    return wrap


def body_of(request: HttpRequest) -> dict[str, Any] | JsonResponse:
    """The JSON object that was sent; a problem when it is none, names a member twice or cannot be kept as it is."""
    if request.content_type not in {"application/json", ""} and request.body:
        return problem(415, "media-type", gettext("Send JSON with Content-Type: application/json."))
    try:
        value = read_json(request.body or b"{}")
    except NotCanonical as fault:
        return problem(400, "json", fault.sentence.render(gettext))
    if not isinstance(value, dict):
        return problem(400, "json", gettext("Send a JSON object."))
    return value


@csrf_exempt
def sign_in(request: HttpRequest) -> HttpResponse:
    """Exchange a user name, a password and a one-time code for a token."""
    if request.method != "POST":
        return _other_method(("POST",))
    given = body_of(request)
    if isinstance(given, JsonResponse):
        return given
    words = [given.get(name) for name in ("user_name", "password", "code")]
    if not all(isinstance(word, str) and 0 < len(word) <= 200 for word in words):
        return problem(422, "invalid", gettext("Send user_name, password and code as text."))
    done = directory().sign_in(*[str(word) for word in words])
    if done.account is None:
        fault = done.fault.render(gettext) if done.fault else ""
        return problem(401, "sign-in", fault)
    if done.account.must_change:
        told = gettext("This is a first password. Sign in on the desk and choose one of your own.")
        return problem(403, "first-password", told)
    return JsonResponse(
        {"token": directory().token(done.account), "token_type": "Bearer", "expires_in": HOURS * 3600}
    )


def limit_of(given: Mapping[str, str], usual: int) -> int:
    """How many rows are asked for; Invalid when it is no number that a page may have."""
    number = whole(given.get("limit", str(usual)), least=1, most=MOST)
    if number is None:
        raise Invalid({"limit": say("Ask for 1 to {most} rows.", most=MOST)})
    return number


def demand_known(given: Mapping[str, str], *known: str) -> None:
    """Invalid when the address has another parameter than these."""
    if unknown := sorted(set(given) - set(known)):
        raise Invalid({name: say("There is no parameter “{name}”.", name=name) for name in unknown})
