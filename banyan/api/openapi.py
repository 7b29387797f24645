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
ERRORS = {"401": "SignIn", "404": "NotThere", "409": "Refused", "422": "Invalid"}


def document(request: HttpRequest) -> HttpResponse:
    """Serve the document; the same for everybody."""
    answer = JsonResponse(whole(), json_dumps_params={"ensure_ascii": False})
    answer.headers["Cache-Control"] = "public, max-age=300"
    return answer


@cache
def whole() -> dict[str, Any]:
    """The document as a value."""
    with translation.override("en"):
        paths: dict[str, Any] = dict(_fixed())
        for register in sorted(registry.registers, key=lambda one: one.path):
            paths |= _register_paths(register)
        return {
            "openapi": "3.1.0",
            "info": {
                "title": "Banyan (榕政)",
                "version": __version__,
                "description": "Every governed change is an act. Sign in for a token; send an Idempotency-Key with every act.",
                "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
            },
            "servers": [{"url": f"{settings.BANYAN_PUBLIC_URL}/api/v1"}],
            "security": [{}, {"token": []}],
            "paths": paths,
            "components": _components(),
        }


def _register_paths(register: Register) -> dict[str, Any]:
    base = f"/{register.path}"
    tag, one = [register.part], str(register.one)
    paths: dict[str, Any] = {
        base: {
            "get": _get(
                f"list_{register.part}_{register.slug}",
                tag,
                f"List: {register.title}",
                "Page",
                _query_of(register),
            )
        },
        f"{base}/{{id}}": {
            "get": _get(f"get_{register.part}_{register.slug}", tag, f"One {one}", "Object", [ID])
        },
        f"{base}/{{id}}/history": {
            "get": _get(f"history_{register.part}_{register.slug}", tag, f"History of a {one}", "Page", [ID])
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


ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}
KEY = {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "maxLength": 100}}


def _query_of(register: Register) -> list[dict[str, Any]]:
    sorts = [column.path for column in register.columns if column.sort]
    values = [*sorts, *(f"-{name}" for name in sorts)]
    given: list[dict[str, Any]] = [
        {"name": "q", "in": "query", "schema": {"type": "string"}},
        {"name": "after", "in": "query", "schema": {"type": "string"}},
        {
            "name": "limit",
            "in": "query",
            "schema": {"type": "integer", "minimum": 1, "maximum": 200, "default": 50},
        },
    ]
    if values:
        given.append({"name": "sort", "in": "query", "schema": {"type": "string", "enum": values}})
    given.extend({"name": one.name, "in": "query", "schema": {"type": "string"}} for one in register.filters)
    columns = ", ".join(name_of(column) for column in register.columns)
    given[0]["description"] = f"Words to search for. Each item has: id, {columns}."
    return given


def _get(
    name: str, tags: list[str], summary: str, schema: str, parameters: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "operationId": name,
        "tags": tags,
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": _answer("Found.", schema),
            "404": _problem("NotThere"),
            "422": _problem("Invalid"),
        },
    }


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
            "content": {"application/json": {"schema": _body(act, over)}},
        },
        "responses": {
            "201": _answer("Done; the entry of the ledger.", "Entry"),
            **{code: _problem(name) for code, name in ERRORS.items()},
        },
    }


def _body(act: Act, over: bool) -> dict[str, Any]:
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
    if one.many:
        kind = {"type": "array", "items": kind}
    kind["title"] = gettext(one.label)
    if one.ask.help:
        kind["description"] = gettext(one.ask.help)
    return kind


def _answer(says: str, schema: str) -> dict[str, Any]:
    return {
        "description": says,
        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
    }


def _problem(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/responses/{name}"}


def _fixed() -> dict[str, Any]:
    sign_in = {
        "type": "object",
        "required": ["user_name", "password", "code"],
        "properties": {name: {"type": "string"} for name in ("user_name", "password", "code")},
    }
    text = {"name": "q", "in": "query", "required": True, "schema": {"type": "string"}}
    return {
        "/sign-in": {
            "post": {
                "operationId": "sign_in",
                "summary": "Exchange a user name, a password and a one-time code for a token",
                "requestBody": {"required": True, "content": {"application/json": {"schema": sign_in}}},
                "responses": {
                    "200": _answer("A token for eight hours.", "Token"),
                    "401": _problem("SignIn"),
                    "422": _problem("Invalid"),
                },
            }
        },
        "/logs": {
            "get": {
                **_get("list_logs", ["ledger"], "Logs that the caller may read", "Logs", []),
                "responses": {"200": _answer("Found.", "Logs")},
            }
        },
        "/law/coverage": {
            "get": _get("law_coverage", ["law"], "What the system does about each norm", "Page", [])
        },
        "/search": {
            "get": _get("search", ["catalogue"], "Search over everything catalogued", "Page", [text])
        },
        "/entries/{id}": {
            "get": _get("get_entry", ["ledger"], "One entry of the ledger of acts", "Entry", [ID])
        },
        "/proposals/{id}/confirm": {
            "post": {
                "operationId": "confirm_proposal",
                "summary": "Confirm a proposed act as its second person",
                "parameters": [ID],
                "security": [{"token": []}],
                "responses": {
                    "201": _answer("Done.", "Entry"),
                    **{code: _problem(name) for code, name in ERRORS.items()},
                },
            }
        },
    }


def _components() -> dict[str, Any]:
    log = {
        "type": "object",
        "properties": {name: {"type": "string"} for name in ("name", "origin", "url", "vkey")},
    }
    problem = {
        "type": "object",
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "code": {"type": "string"},
        },
    }
    said = {
        "SignIn": "Sign in first.",
        "NotThere": "No such record for the caller.",
        "Refused": "The law stops the act; every reason with its article and the lawful way.",
        "Invalid": "An input cannot be read; one sentence a field.",
    }
    return {
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        "schemas": {
            "Page": {
                "type": "object",
                "properties": {
                    "items": {"type": "array", "items": {"type": "object"}},
                    "next": {"type": ["string", "null"]},
                },
                "required": ["items", "next"],
            },
            "Object": {
                "type": "object",
                "properties": {
                    "id": {"type": "integer"},
                    "name": {"type": "string"},
                    "state": {"type": ["string", "null"]},
                    "facts": {"type": "object"},
                    "acts": {"type": "array", "items": {"type": "object"}},
                },
            },
            "Entry": {
                "type": "object",
                "properties": {
                    "entry": {"type": "integer"},
                    "act": {"type": "string"},
                    "outcome": {"type": "string"},
                    "sentence": {"type": "string"},
                    "on": {"type": "object"},
                },
            },
            "Logs": {"type": "array", "items": log},
            "Token": {
                "type": "object",
                "properties": {
                    "token": {"type": "string"},
                    "token_type": {"type": "string"},
                    "expires_in": {"type": "integer"},
                },
            },
            "Problem": problem,
        },
        "responses": {
            name: {
                "description": words,
                "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
            }
            for name, words in said.items()
        },
    }
