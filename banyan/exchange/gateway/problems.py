"""What can go wrong with a call (RFC 9457): each problem has a stable code, a side, a norm and a way out."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, override

from banyan.kit.problems import problem_type
from banyan.kit.sentence import Sentence, say
from banyan.ledger.asgi import Answer

PROBLEM = "application/problem+json"
CONSUMER, PROVIDER, PLATFORM = "consumer", "provider", "platform"


@dataclass(frozen=True)
class Kind:
    """A kind of problem (问题类型): whose side it is on, the norm behind it, and what to do."""

    status: int
    side: str
    norm: str
    title: Sentence
    do: Sentence


KINDS: Mapping[str, Kind] = {
    "bad_request": Kind(
        400,
        CONSUMER,
        "22.3-a",
        say("The request cannot be understood."),
        say("Put the request right as its detail says."),
    ),
    "duplicate_header": Kind(
        400, CONSUMER, "32.1-d", say("A header is there twice."), say("Send each header once.")
    ),
    "personal_value": Kind(
        400,
        CONSUMER,
        "32.1-d",
        say("A header holds a personal value."),
        say("Name the case by its number and the officer by a staff number."),
    ),
    "no_token": Kind(
        401,
        CONSUMER,
        "32.1-d",
        say("The request carries no token."),
        say("Get a token at /token and send it as: Authorization: Bearer …"),
    ),
    "bad_token": Kind(
        401, CONSUMER, "32.1-d", say("The token is not valid."), say("Get a new token at /token.")
    ),
    "other_resource": Kind(
        403,
        CONSUMER,
        "22.3-a",
        say("The token is for something else."),
        say("Get a token at /token whose «resource» is the address that you read."),
    ),
    "grant_unknown": Kind(
        403, CONSUMER, "22.3-a", say("There is no such grant."), say("Get a new token at /token.")
    ),
    "grant_suspended": Kind(
        403,
        PROVIDER,
        "37.1-a",
        say("The grant is suspended."),
        say("Ask the provider why, and to resume it."),
    ),
    "grant_revoked": Kind(
        403,
        PROVIDER,
        "37.1-a",
        say("The grant was revoked."),
        say("If the purpose still holds, make a new share request."),
    ),
    "grant_ended": Kind(
        403, CONSUMER, "22.3-a", say("The grant has ended."), say("Make a new share request.")
    ),
    "system_stopped": Kind(
        403,
        CONSUMER,
        "32.1-d",
        say("The consumer system was stopped."),
        say("Register the system that shall read, and request sharing for it."),
    ),
    "not_published": Kind(
        403,
        PROVIDER,
        "22.3-b",
        say("The resource is not in the published catalogue."),
        say("Ask the provider when it will be published again."),
    ),
    "no_version": Kind(
        404,
        PROVIDER,
        "25.1-b",
        say("The resource has no data yet."),
        say("Ask the provider when the first version will be loaded."),
    ),
    "over_quota": Kind(
        429,
        CONSUMER,
        "22.3-a",
        say("The daily volume of the grant is used up."),
        say("Wait until the next day, read fewer rows at once, or request a larger volume."),
    ),
    "no_such_row": Kind(
        404,
        CONSUMER,
        "26.2-a",
        say("There is no row of this key for you."),
        say("Check the key; rows of other regions are not there for you."),
    ),
    "not_found": Kind(
        404,
        CONSUMER,
        "22.3-a",
        say("There is nothing at this address."),
        say("Read /resources/<number>/rows/<key> or /resources/<number>/rows."),
    ),
    "bad_method": Kind(
        405,
        CONSUMER,
        "22.3-a",
        say("This address does not take this method."),
        say("Use the method named in «allow»."),
    ),
    "no_audit": Kind(
        503,
        PLATFORM,
        "32.2-a",
        say("The read could not be recorded, so nothing was delivered."),
        say("Try again in a few seconds; if it lasts, call the platform's operator."),
    ),
    "fault": Kind(
        500,
        PLATFORM,
        "17.1-c",
        say("The platform made a mistake; nothing was delivered."),
        say("Tell the platform's operator the correlation number."),
    ),
}


class Problem(Exception):
    """A call that is not answered as asked (问题); ``code`` is one of `KINDS`, ``headers`` go with the answer."""

    def __init__(
        self, code: str, detail: Sentence | None = None, *, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(code)
        self.code = code
        self.kind = KINDS[code]
        self.detail = detail or self.kind.title
        self.headers = headers or {}


def answer_of(problem: Problem, correlation: str, language: str = "") -> Answer:
    """The problem as ``application/problem+json``, in Chinese for who prefers it, else in English."""
    kind = problem.kind
    with override("zh-hans" if language.lower().startswith("zh") else "en"):
        said = {
            "type": problem_type(problem.code),
            "title": kind.title.render(gettext),
            "status": kind.status,
            "detail": problem.detail.render(gettext),
            "code": problem.code,
            "side": kind.side,
            "norm": kind.norm,
            "do": kind.do.render(gettext),
            "correlation": correlation,
        }
    headers = {**_headers(problem), "x-banyan-correlation": correlation, "cache-control": "no-store"}
    return Answer(kind.status, json.dumps(said, ensure_ascii=False).encode(), PROBLEM, headers)


def _headers(problem: Problem) -> dict[str, str]:
    given = dict(problem.headers)
    if problem.kind.status == 401:
        error = "" if problem.code == "no_token" else ' error="invalid_token"'
        given["www-authenticate"] = f'Bearer realm="banyan"{error}'
    if problem.code == "no_audit":
        given["retry-after"] = "5"
    return given
