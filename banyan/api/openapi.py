"""The whole API as OpenAPI 3.1, made from the registry; no remote references."""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.utils.translation import gettext

from banyan import __version__
from banyan.acts import registry
from banyan.acts.act import Act
from banyan.acts.asks import Input
from banyan.acts.register import Register
from banyan.api.openapi_gateway import gateway_paths
from banyan.api.openapi_parts import AFTER, COMPONENTS, ERRORS, ID, KEY, PATHS, answer, get_of, limit, problem
from banyan.api.shapes import name_of
from banyan.law.inforce import pack

TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "number": {"type": "integer"},
    "amount": {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
    "date": {"type": "string", "format": "date"},
    "flag": {"type": "boolean"},
    "file": {"type": "string", "contentEncoding": "base64"},
    "json": {"type": "object"},
    "record": {"type": "integer", "description": "The record's number."},
}


def document(request: HttpRequest) -> HttpResponse:
    """Serve the document; the same for everybody."""
    answer = JsonResponse(whole(), json_dumps_params={"ensure_ascii": False})
    answer.headers["Cache-Control"] = "public, max-age=300"
    return answer


@cache
def whole() -> dict[str, Any]:
    """The document as a value."""
    with translation.override("en"):
        paths: dict[str, Any] = dict(PATHS)
        for register in sorted(registry.registers, key=lambda one: one.path):
            paths |= _register_paths(register)
        paths |= gateway_paths(settings.BANYAN_GATEWAY_URL)
        return {
            "openapi": "3.1.0",
            "info": {
                "title": "Banyan (榕政)",
                "version": __version__,
                "description": (
                    "Every governed change is an act. Sign in for a token; send an Idempotency-Key."
                    " What is tagged gateway stands at the gateway, with tokens of consumer systems."
                ),
                "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
            },
            "servers": [{"url": f"{settings.BANYAN_PUBLIC_URL}/api/v1"}],
            "security": [{}, {"token": []}],
            "paths": paths,
            "components": COMPONENTS,
        }


def _register_paths(register: Register) -> dict[str, Any]:
    base = f"/{register.path}"
    tag, one = [register.part], str(register.one)
    paths: dict[str, Any] = {
        base: {
            "get": get_of(
                f"list_{register.part}_{register.slug}",
                tag,
                f"List: {register.title}",
                "Page",
                _query_of(register),
            )
        },
        f"{base}/{{id}}": {
            "get": get_of(f"get_{register.part}_{register.slug}", tag, f"One {one}", "Object", [ID])
        },
        f"{base}/{{id}}/history": {
            "get": get_of(
                f"history_{register.part}_{register.slug}",
                tag,
                f"History of a {one}",
                "Page",
                [ID, limit(50), AFTER],
            )
        },
    }
    for act in registry.acts_on(register.noun):
        if act.by.places:
            free = act.moves.creates
            paths[f"{base}/{act.slug}" if free else f"{base}/{{id}}/{act.slug}"] = {
                "post": _act(act, [] if free else [ID])
            }
            if act.over:
                paths[f"{base}/{act.slug}"] = {"post": _act(act, [], over=True)}
    return paths


def _query_of(register: Register) -> list[dict[str, Any]]:
    sorts = [column.path for column in register.columns if column.sort]
    values = [*sorts, *(f"-{name}" for name in sorts)]
    given: list[dict[str, Any]] = [
        {"name": "q", "in": "query", "schema": {"type": "string"}},
        AFTER,
        limit(50),
    ]
    if values:
        given.append({"name": "sort", "in": "query", "schema": {"type": "string", "enum": values}})
    given.extend({"name": one.name, "in": "query", "schema": {"type": "string"}} for one in register.filters)
    columns = ", ".join(name_of(column) for column in register.columns)
    given[0]["description"] = f"Words to search for. Each item has: id, {columns}."
    return given


def _act(act: Act, parameters: list[dict[str, Any]], *, over: bool = False) -> dict[str, Any]:
    cites = ", ".join(pack().cite(norm, "en") for norm in act.under if pack().holds(norm))
    return {
        "operationId": act.name.replace(".", "_") + ("_many" if over else ""),
        "tags": [act.part],
        "summary": gettext(act.title),
        "description": f"{gettext(act.help)} Under {cites}. By: {act.by.text}.",
        "security": [{"token": []}],
        "parameters": [*parameters, KEY],
        "requestBody": {
            "required": bool(act.shape.inputs or over),
            "content": {"application/json": {"schema": _body(act, over=over)}},
        },
        "responses": {
            "201": answer("Done; the entry of the ledger.", "Entry"),
            **{code: problem(name) for code, name in ERRORS.items()},
        },
    }


def _body(act: Act, *, over: bool) -> dict[str, Any]:
    properties = {one.name: _property(one) for one in act.shape.inputs}
    needed = [one.name for one in act.shape.inputs if one.required]
    if over:
        properties["on"] = {"type": "array", "items": {"type": "integer"}, "minItems": 1}
        needed.append("on")
    return {"type": "object", "properties": properties, "required": needed, "additionalProperties": False}


def _property(one: Input) -> dict[str, Any]:
    kind: dict[str, Any] = {"enum": list(one.of.values)} if one.kind == "choice" else dict(TYPES[one.kind])
    if one.kind == "text":
        kind["maxLength"] = one.ask.longest
        kind |= {"pattern": f"^{one.ask.written.pattern}$"} if one.ask.written else {}
    if one.kind == "number":
        kind |= {"minimum": one.ask.least, "maximum": one.ask.most}
    if one.many:
        kind = {"type": "array", "items": kind}
    kind["title"] = gettext(one.label)
    if one.ask.help:
        kind["description"] = gettext(one.ask.help)
    return kind
