"""The parts of the OpenAPI document that do not come from the registry: the API's own addresses, and its schemas."""

from typing import Any

from banyan.acts.door import LONGEST_KEY

ERRORS = {"400": "NotJson", "401": "SignIn", "404": "NotThere", "409": "Refused", "422": "Invalid"}
ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}
KEY = {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "maxLength": LONGEST_KEY}}


def answer(says: str, schema: str) -> dict[str, Any]:
    return {
        "description": says,
        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
    }


def problem(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/responses/{name}"}


def get_of(
    name: str, tags: list[str], summary: str, schema: str, parameters: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "operationId": name,
        "tags": tags,
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": answer("Found.", schema),
            "401": problem("SignIn"),
            "404": problem("NotThere"),
            "422": problem("Invalid"),
        },
    }


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


TEXT, WHOLE, LIST = {"type": "string"}, {"type": "integer"}, {"type": "array", "items": {"type": "object"}}
NULLABLE = {"type": ["string", "null"]}
SIDE = {
    "type": ["object", "null"],
    "description": "The norm in this pack; null where the pack does not have it.",
}
COMPARED = {
    "type": "array",
    "items": _object(norm=TEXT, differences={"type": "array", "items": TEXT}, a=SIDE, b=SIDE),
}
SIGN_IN = {
    **_object(user_name=TEXT, password=TEXT, code=TEXT),
    "required": ["user_name", "password", "code"],
}
PACKS = [
    {
        "name": name,
        "in": "query",
        "required": True,
        "schema": TEXT,
        "description": "The id of a pack, as /law/packs lists them.",
    }
    for name in ("a", "b")
]
DAY = {
    "name": "on",
    "in": "query",
    "schema": {"type": "string", "format": "date"},
    "description": "The day whose clocks are compared; today when unset.",
}
QUERY = {"name": "q", "in": "query", "required": True, "schema": TEXT}
AFTER = {"name": "after", "in": "query", "schema": TEXT, "description": "The `next` of the page before."}
KIND = {
    "name": "kind",
    "in": "query",
    "schema": {"type": "array", "items": TEXT},
    "description": "One kind or several: resource, service, collection item, body.",
}


def limit(usual: int) -> dict[str, Any]:
    """How many rows a page may have."""
    return {
        "name": "limit",
        "in": "query",
        "schema": {"type": "integer", "minimum": 1, "maximum": 200, "default": usual},
    }


SEARCH: list[dict[str, Any]] = [QUERY, KIND, limit(20), AFTER]
PATHS: dict[str, Any] = {
    "/sign-in": {
        "post": {
            "operationId": "sign_in",
            "summary": "Exchange a user name, a password and a one-time code for a token",
            "requestBody": {"required": True, "content": {"application/json": {"schema": SIGN_IN}}},
            "responses": {
                "200": answer("A token for eight hours.", "Token"),
                "400": problem("NotJson"),
                "401": problem("SignIn"),
                "422": problem("Invalid"),
            },
        }
    },
    "/logs": {
        "get": {
            **get_of("list_logs", ["ledger"], "Logs that the caller may read", "Logs", []),
            "responses": {"200": answer("Found.", "Logs"), "401": problem("SignIn")},
        }
    },
    "/law/coverage": {
        "get": get_of("law_coverage", ["law"], "What the system does about each norm", "Page", [])
    },
    "/law/packs": {
        "get": get_of("law_packs", ["law"], "The law packs, and which one is in force", "Page", [])
    },
    "/law/compare": {
        "get": get_of(
            "law_compare",
            ["law"],
            "Two law packs norm by norm, their clocks included",
            "Comparison",
            [*PACKS, DAY],
        )
    },
    "/search": {"get": get_of("search", ["catalogue"], "Search over everything catalogued", "Page", SEARCH)},
    "/catalogue/collection-forms/{id}/gate": {
        "get": get_of("gate", ["catalogue"], "The collection gate of a form, field by field", "Page", [ID])
    },
    "/entries/{id}": {
        "get": get_of("get_entry", ["ledger"], "One entry of the ledger of acts", "Entry", [ID])
    },
    "/proposals/{id}/confirm": {
        "post": {
            "operationId": "confirm_proposal",
            "summary": "Confirm a proposed act as its second person",
            "parameters": [ID],
            "security": [{"token": []}],
            "responses": {
                "201": answer("Done.", "Entry"),
                **{code: problem(name) for code, name in ERRORS.items()},
            },
        }
    },
}
SAID = {
    "NotJson": "The body is no JSON object, or one that cannot be kept exactly as it was sent.",
    "SignIn": "Sign in first.",
    "NotThere": "No such record for the caller.",
    "Refused": "The law stops the act; every reason with its article and the lawful way.",
    "Invalid": "An input cannot be read; one sentence a field.",
}
COMPONENTS: dict[str, Any] = {
    "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
    "schemas": {
        "Page": {**_object(items=LIST, next=NULLABLE), "required": ["items", "next"]},
        "Comparison": {
            **_object(a=TEXT, b=TEXT, on={"type": "string", "format": "date"}, items=COMPARED, next=NULLABLE),
            "required": ["a", "b", "on", "items", "next"],
        },
        "Object": _object(id=WHOLE, name=TEXT, state=NULLABLE, facts={"type": "object"}, acts=LIST),
        "Entry": _object(entry=WHOLE, act=TEXT, outcome=TEXT, sentence=TEXT, on={"type": "object"}),
        "Logs": {"type": "array", "items": _object(name=TEXT, origin=TEXT, url=TEXT, vkey=TEXT)},
        "Token": _object(token=TEXT, token_type=TEXT, expires_in=WHOLE),
        "GatewayToken": _object(access_token=TEXT, token_type=TEXT, expires_in=WHOLE),
        "OAuthError": _object(error=TEXT, error_description=TEXT, correlation=TEXT),
        "Row": _object(resource=WHOLE, version=WHOLE, row={"type": "object"}),
        "Rows": {
            **_object(resource=WHOLE, version=WHOLE, rows=LIST, next=NULLABLE),
            "required": ["resource", "version", "rows", "next"],
        },
        "Problem": _object(type=TEXT, title=TEXT, status=WHOLE, code=TEXT),
    },
    "responses": {
        name: {
            "description": words,
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for name, words in SAID.items()
    },
}
