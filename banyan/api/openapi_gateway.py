"""The gateway in the OpenAPI document: tokens of consumer systems, reads under a grant, and the logs."""

from typing import Any

from banyan.api.openapi_parts import AFTER, answer

TEXT = {"type": "string"}
RESOURCE = {"name": "resource", "in": "path", "required": True, "schema": {"type": "integer"}}
ROW_KEY = {"name": "key", "in": "path", "required": True, "schema": {"type": "string", "maxLength": 120}}
CASE = {
    "name": "X-Banyan-Case",
    "in": "header",
    "schema": TEXT,
    "description": "The case for which this is read; it stands in the provider's log.",
}
PAGE = {
    "name": "limit",
    "in": "query",
    "schema": {"type": "integer", "minimum": 1, "maximum": 500, "default": 100},
}
LOG = {"name": "name", "in": "path", "required": True, "schema": TEXT, "description": "As /logs names it."}
ASKED = {
    "type": "object",
    "properties": {
        "grant_type": {"const": "client_credentials"},
        "client_assertion_type": {"const": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
        "client_assertion": {**TEXT, "description": "A JWT of RFC 7523, signed with the system's own key."},
        "resource": {**TEXT, "format": "uri", "description": "The address of the resource (RFC 8707)."},
        "grant": {"type": "integer", "description": "The number of the grant, where there are several."},
    },
    "required": ["grant_type", "client_assertion_type", "client_assertion"],
}
DENIALS = {
    "400": "The request cannot be understood.",
    "401": "The token is missing or not valid.",
    "403": "The grant does not hold, or is for something else.",
    "404": "There is no such row for this grant.",
    "429": "The daily volume of the grant is used up.",
    "503": "The read cannot be recorded, so nothing is delivered.",
}


def gateway_paths(server: str) -> dict[str, Any]:
    """Tokens, reads and logs, at the gateway's own address."""
    operations = {
        "/token": {"post": _token()},
        "/resources/{resource}/rows": {"get": _read("read_page", "Rows page by page", "Rows", [PAGE, AFTER])},
        "/resources/{resource}/rows/{key}": {
            "get": _read("read_row", "One row by its key", "Row", [ROW_KEY])
        },
        "/log/{name}/checkpoint": {"get": _text("log_checkpoint", "The newest signed checkpoint of a log")},
        "/log/{name}/vkey": {"get": _text("log_vkey", "The key that a log is known by")},
        "/log/{name}/verify.py": {"get": _text("log_verifier", "The stand-alone verifier")},
    }
    return {
        path: {verb: {**one, "servers": [{"url": server}]} for verb, one in verbs.items()}
        for path, verbs in operations.items()
    }


def _token() -> dict[str, Any]:
    return {
        "operationId": "get_token",
        "tags": ["gateway"],
        "summary": "A token for one grant, by private_key_jwt",
        "security": [{}],
        "requestBody": {
            "required": True,
            "content": {"application/x-www-form-urlencoded": {"schema": ASKED}},
        },
        "responses": {
            "200": answer("A token for ten minutes.", "GatewayToken"),
            "400": answer("The grant or the request does not hold.", "OAuthError"),
            "401": answer("The assertion does not hold.", "OAuthError"),
        },
    }


def _read(name: str, summary: str, schema: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    denials = {code: {"description": words, "content": problem} for code, words in DENIALS.items()}
    return {
        "operationId": name,
        "tags": ["gateway"],
        "summary": summary,
        "security": [{"token": []}],
        "parameters": [RESOURCE, *parameters, CASE],
        "responses": {"200": answer("Delivered, and recorded before.", schema), **denials},
    }


def _text(name: str, summary: str) -> dict[str, Any]:
    return {
        "operationId": name,
        "tags": ["gateway"],
        "summary": summary,
        "security": [{}, {"token": []}],
        "parameters": [LOG],
        "responses": {
            "200": {"description": "Found.", "content": {"text/plain": {"schema": TEXT}}},
            "404": {"description": "There is no such log for the caller."},
        },
    }
