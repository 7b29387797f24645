"""Whatever a consumer sends is read as it stands, or answered with a problem that says what is wrong."""

import asyncio
import base64
from typing import Any

import pytest

from banyan.exchange.gateway.problems import Problem
from banyan.exchange.gateway.request import form_of, request_of
from banyan.exchange.gateway.tests.conftest import Caller
from banyan.exchange.tests.factories import Exchange

JSON = b"application/json"
FORM = b"application/x-www-form-urlencoded"


def form(body: bytes, kind: bytes) -> dict[str, str]:
    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body}

    scope = {"method": "POST", "path": "/token", "headers": [(b"content-type", kind)]}
    return asyncio.run(form_of(request_of(scope, ""), receive))


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        *[(body, JSON) for body in (b"", b"[]", b"7", b"[[1,2]]", b"{" * 60_000, b"[" * 60_000)],
        *[(body, JSON) for body in (b'{"a":' * 9_000 + b"1" + b"}" * 9_000, b'{"a":NaN}', b'{"a":1e999}')],
        *[
            (body, JSON)
            for body in (b'{"a":null}', b'{"a":true}', b'{"a":{}}', b'{"a":1.5}', b'{"a":"\xff"}')
        ],
        *[(body, JSON) for body in (b'{"a":"\\ud800"}', b'{"\\ud800":"a"}', b'{"a":"\\u0000"}')],
        *[(body, JSON) for body in (b'{"a":1,"a":2}', b'{"a":' + b"9" * 5000 + b"}")],
        *[(body, FORM) for body in (b"a=%FF", b"a=\xff", b"a=1&a=2", b"a=%ED%A0%80", "a=户".encode())],
    ],
)
def test_a_body_that_cannot_be_read_is_a_bad_request(body: bytes, kind: bytes) -> None:
    with pytest.raises(Problem) as problem:
        form(body, kind)
    assert problem.value.kind.status == 400


def test_a_body_that_can_be_read_is() -> None:
    assert form(b'{"grant":7,"resource":"\xe6\x88\xb7"}', JSON) == {"grant": "7", "resource": "户"}
    assert form(b"{}", JSON) == {}
    assert form(b"grant=7&resource=%E6%88%B7", FORM) == {"grant": "7", "resource": "户"}


def unsigned(header: bytes, claims: bytes) -> str:
    parts = (base64.urlsafe_b64encode(part).decode().rstrip("=") for part in (header, claims, b"x"))
    return ".".join(parts)


def test_no_call_breaks_the_gateway(exchange: Exchange, play: Any) -> None:
    texts = ["", "..", "a.b.c", unsigned(b"[" * 15_000, b"{}"), unsigned(b"{}", b'{"sub":"\\u0000"}')]
    texts += [unsigned(b"{}", b'{"a":' * 5_000), unsigned(b"{}", b'{"sub":"x","exp":1e999}')]

    async def scene(caller: Caller) -> list[tuple[str, int]]:
        token = await caller.token()
        answers = [
            ("explain", (await caller.web.post("/debug/assertion", json={"client_assertion": one})))
            for one in texts
        ]
        answers += [("token", await caller.ask_token(one)) for one in texts]
        for path in (
            "?limit=²",
            "?limit=%EF%BC%95",
            f"?limit={'9' * 5000}",
            "?limit=--5",
            "?limit=%FF",
            "?after=户",
        ):
            answers.append((path, await caller.get(f"{caller.rows}{path}", token)))
        for key in ("%00", "a%00b", "户" * 121):
            answers.append((key, await caller.read(key, token)))
        answers.append(("case", await caller.read("1", token, **{"x-banyan-case": "%FF"})))
        answers.append(("token", await caller.read("1", "\x7f.x.y")))
        return [(name[:20], one.status_code) for name, one in answers]

    done = play(exchange, scene)
    assert [one for one in done if one[1] >= 500] == []
    assert {status for name, status in done if name not in {"explain", "token"}} == {400}
