"""One HTTP request as the gateway reads it: strict about what is said twice."""

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote

import msgspec

from banyan.exchange.gateway.problems import Problem
from banyan.kit.characters import UNWRITABLE, fold
from banyan.kit.identifiers import citizen
from banyan.kit.sentence import say
from banyan.ledger.asgi import Receive, Scope, read_body

MOST_BODY = 64 * 1024
MOST_HEADER = 120
ONCE = {"authorization", "content-length", "content-type", "host", "traceparent", "accept-language"}
TRACEPARENT = re.compile(r"00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}")
CITIZEN_NUMBER = re.compile(r"(?<!\d)\d{17}[\dXx](?!\d)")
APART = re.compile(r"[\W_]+")
CITIZEN_NUMBER_APART = re.compile(r"(?=(\d(?:[\W_]*\d){16}[\W_]*[\dXx]))")


class Request(msgspec.Struct, frozen=True):
    """A request (请求): ``headers`` have small names, ``correlation`` names it in answers and in the log."""

    method: str
    path: str
    query: bytes
    headers: Mapping[str, str]
    correlation: str

    def header(self, name: str) -> str:
        return self.headers.get(name, "")

    def stated(self, name: str) -> str:
        """What the consumer states of itself in a header, percent-encoded UTF-8 of at most 120 characters."""
        if not (raw := self.headers.get(name)):
            return ""
        value = _unquoted(raw)
        if value is None or len(value) > MOST_HEADER or not value.isprintable():
            raise Problem(
                "bad_request",
                say(
                    "{header} may have {n} printable characters, in percent-encoded UTF-8.",
                    header=name,
                    n=MOST_HEADER,
                ),
            )
        if holds_citizen_number(value):
            raise Problem("personal_value", say("{header} holds a citizen number.", header=name))
        return value

    def questions(self, *known: str) -> dict[str, str]:
        """The query parameters by name; one that is unknown or given twice is refused."""
        if not self.query:
            return {}
        return once(_pairs_of(self.query), known)

    @property
    def trace(self) -> str:
        """The ``traceparent`` (W3C Trace Context) of the caller, when it is one."""
        value = self.headers.get("traceparent")
        return value if value and TRACEPARENT.fullmatch(value) else ""


def holds_citizen_number(text: str) -> bool:
    """Whether a text holds a citizen number, also one written apart or in full width; then its check digit must fit."""
    plain = fold(text)
    if CITIZEN_NUMBER.search(plain):
        return True
    return any(citizen.is_valid(APART.sub("", found[1])) for found in CITIZEN_NUMBER_APART.finditer(plain))


def _unquoted(raw: str) -> str | None:
    """What a percent-encoded text says; None when it is not UTF-8, or holds what should have been encoded."""
    try:
        return unquote(raw, errors="strict").strip() if raw.isascii() else None
    except UnicodeDecodeError:
        return None


def request_of(scope: Scope, correlation: str) -> Request:
    """The request of an ASGI scope; `Problem` when a header that matters is there twice."""
    headers: dict[str, str] = {}
    for raw, value in scope["headers"]:
        name = raw.decode("latin-1").lower()
        if name in headers and (name in ONCE or name.startswith(("x-banyan-", "x-road-"))):
            raise Problem("duplicate_header", say("{header} is there twice.", header=name))
        headers[name] = value.decode("latin-1")
    return Request(scope["method"], scope["path"], scope.get("query_string", b""), headers, correlation)


async def form_of(request: Request, receive: Receive) -> dict[str, str]:
    """The fields of a posted form or JSON object, each given once."""
    body = await read_body(receive, MOST_BODY)
    if body is None:
        raise Problem("bad_request", say("The body is longer than {n} bytes.", n=MOST_BODY))
    if request.header("content-type").startswith("application/json"):
        return _json_object(body)
    return once(_pairs_of(body))


def _pairs_of(text: bytes) -> list[tuple[str, str]]:
    """The pairs of a query or a form; `Problem` when they are not percent-encoded UTF-8."""
    try:
        return parse_qsl(text.decode("ascii"), keep_blank_values=True, errors="strict")
    except ValueError:
        raise Problem("bad_request", say("A parameter is not percent-encoded UTF-8.")) from None


class _Pairs(list[tuple[str, Any]]):
    """The members of a JSON object, those named twice too."""


def _json_object(body: bytes) -> dict[str, str]:
    try:
        pairs = json.loads(body, object_pairs_hook=_Pairs)
    except (ValueError, RecursionError):
        raise Problem("bad_request", say("The body is no JSON.")) from None
    if not isinstance(pairs, _Pairs):
        raise Problem("bad_request", say("The body is no JSON object."))
    for name, value in pairs:
        if not isinstance(value, str | int) or isinstance(value, bool) or UNWRITABLE.search(f"{name}{value}"):
            raise Problem("bad_request", say("The member {name} is no text.", name=ascii(name)))
    return once([(name, str(value)) for name, value in pairs])


def once(pairs: list[tuple[str, str]], known: tuple[str, ...] = ()) -> dict[str, str]:
    """The pairs as a mapping; `Problem` when a name comes twice, or is none of the known ones."""
    found: dict[str, str] = {}
    for name, value in pairs:
        if name in found:
            raise Problem("bad_request", say("The parameter {name} is given twice.", name=name))
        if known and name not in known:
            raise Problem("bad_request", say("There is no parameter {name}.", name=name))
        found[name] = value
    return found
