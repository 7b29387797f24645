"""Tokens: given to a system that proves itself with its own key, for one grant, and never for the same proof twice."""

import asyncio
import time
from typing import Any

import httpx
import pytest
from authlib.integrations.httpx_client import AsyncOAuth2Client
from authlib.oauth2.rfc7523 import PrivateKeyJWT
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

from banyan.acts.actor import Actor
from banyan.acts.door import perform
from banyan.bodies.sign_in import open_account
from banyan.bodies.tokens import make_token
from banyan.exchange.acts import sharing as acts
from banyan.exchange.acts import systems
from banyan.exchange.gateway.tests.conftest import GATEWAY, Caller
from banyan.exchange.logs import log_name
from banyan.exchange.reads import reads
from banyan.exchange.tests.factories import Exchange, another_grant, assertion, people

NOW = int(time.time())
ALLOWED = {chr(code) for code in range(0x20, 0x7F)} - {'"', "\\"}


def test_the_token_names_everything_that_it_is_bound_to(exchange: Exchange, play: Any) -> None:
    async def scene(caller: Caller) -> tuple[dict[str, Any], dict[str, Any]]:
        keys = KeySet.import_key_set((await caller.web.get("/.well-known/jwks.json")).json())
        token = jwt.decode(await caller.token(), keys, algorithms=["ES256"])
        return token.header, token.claims

    header, claims = play(exchange, scene)
    assert header["typ"] == "at+jwt"
    assert claims.pop("exp") - claims.pop("iat") == 600
    assert len(claims.pop("jti")) == 32
    assert claims == {
        "iss": GATEWAY,
        "sub": exchange.system.client_id,
        "client_id": exchange.system.client_id,
        "aud": f"{GATEWAY}/resources/{exchange.resource.pk}",
        "consumer": exchange.system.body.code,
        "producer": exchange.provider.code,
        "resource": exchange.resource.code,
        "version": 1,
        "purpose": "高龄津贴资格审核",
        "grant": exchange.grant.pk,
    }


@pytest.mark.norm("32.1-d")
def test_an_assertion_is_good_for_one_token_even_in_a_crowd(exchange: Exchange, play: Any) -> None:
    once = assertion(exchange, GATEWAY)

    async def scene(caller: Caller) -> list[httpx.Response]:
        return list(await asyncio.gather(*(caller.ask_token(once) for _ in range(8))))

    answers = play(exchange, scene)
    assert sorted(one.status_code for one in answers) == [200] + [401] * 7
    refused = next(one for one in answers if one.status_code == 401).json()
    assert refused["error"] == "invalid_client"
    assert "'jti'" in refused["error_description"]


@pytest.mark.parametrize(
    ("changed", "check"),
    [
        ({"aud": "https://elsewhere.example/token"}, "aud"),
        ({"exp": NOW - 5}, "exp"),
        ({"exp": NOW + 7200}, "exp"),
        ({"exp": None}, "exp"),
        ({"iat": NOW + 86_400}, "iat"),
        ({"iss": "somebody"}, "iss"),
        ({"sub": "nobody", "iss": "nobody"}, "client"),
        ({"role": "admin"}, "claims"),
        ({"jti": None}, "jti"),
        ({"key": ECKey.generate_key("P-256")}, "signature"),
    ],
)
def test_says_exactly_what_is_wrong_with_an_assertion(
    exchange: Exchange, play: Any, changed: dict[str, Any], check: str
) -> None:
    wrong = assertion(exchange, GATEWAY, **changed)

    async def scene(caller: Caller) -> list[httpx.Response]:
        explained = await caller.web.post("/debug/assertion", data={"client_assertion": wrong})
        return [explained, await caller.ask_token(wrong)]

    explained, asked = play(exchange, scene)
    first = next(one for one in explained.json()["checks"] if not one["ok"])
    assert first["check"] == check
    assert (asked.status_code, asked.json()["error"]) == (401, "invalid_client")
    assert asked.json()["error_description"] == first["says"]


def test_the_debugger_uses_nothing_up(exchange: Exchange, play: Any) -> None:
    good = assertion(exchange, GATEWAY)

    async def scene(caller: Caller) -> list[httpx.Response]:
        explained = await caller.web.post("/debug/assertion", data={"client_assertion": good})
        return [explained, await caller.ask_token(good)]

    explained, asked = play(exchange, scene)
    assert explained.json()["ok"]
    assert asked.status_code == 200


def test_a_stopped_system_gets_no_token(exchange: Exchange, play: Any) -> None:
    perform(systems.stop_system, exchange.integrator, exchange.system)

    async def scene(caller: Caller) -> httpx.Response:
        return await caller.ask_token()

    answer = play(exchange, scene)
    assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client")
    assert "stopped" in answer.json()["error_description"]


def test_a_changed_key_counts_at_once(exchange: Exchange, play: Any) -> None:
    new = ECKey.generate_key("P-256")
    perform(systems.change_key, exchange.integrator, exchange.system, public_key=new.as_dict(private=False))

    async def scene(caller: Caller) -> list[int]:
        old = await caller.ask_token()
        return [old.status_code, (await caller.ask_token(assertion(exchange, GATEWAY, key=new))).status_code]

    assert play(exchange, scene) == [401, 200]


def test_a_revoked_grant_gives_no_token_and_the_provider_sees_the_attempt(
    exchange: Exchange, play: Any
) -> None:
    perform(acts.revoke_grant, exchange.decider, exchange.grant, reason="用途终止")

    async def scene(caller: Caller) -> httpx.Response:
        return await caller.ask_token()

    answer = play(exchange, scene)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_target")
    assert [read.reason for read in reads(exchange.provider)] == ["grant_revoked"]


def test_of_several_grants_one_must_be_named(exchange: Exchange, play: Any) -> None:
    other = another_grant(exchange, "高龄津贴年审")
    resource = f"{GATEWAY}/resources/{exchange.resource.pk}"

    async def scene(caller: Caller) -> list[httpx.Response]:
        named = await caller.ask_token(resource=resource, grant=str(other.grant.pk))
        return [await caller.ask_token(resource=resource), named]

    vague, named = play(exchange, scene)
    assert (vague.status_code, vague.json()["error"]) == (400, "invalid_target")
    assert str(other.grant.pk) in vague.json()["error_description"]
    assert named.json()["resource"] == resource


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({"grant_type": "password"}, "unsupported_grant_type"),
        ({"grant_type": None}, "invalid_request"),
        ({"client_assertion_type": "other"}, "invalid_request"),
        ({"client_id": "somebody"}, "invalid_client"),
        ({"resource": f"{GATEWAY}/log/acts"}, "invalid_target"),
    ],
)
def test_errors_of_the_token_endpoint_have_the_form_of_oauth(
    exchange: Exchange, play: Any, form: dict[str, Any], error: str
) -> None:
    async def scene(caller: Caller) -> httpx.Response:
        return await caller.ask_token(**form)

    answer = play(exchange, scene)
    assert answer.json()["error"] == error
    assert not set(answer.json()["error_description"]) - ALLOWED
    assert answer.headers["cache-control"] == "no-store"


def test_authlib_gets_a_token_and_reads_with_it(exchange: Exchange, play: Any) -> None:
    async def scene(caller: Caller) -> httpx.Response:
        transport = httpx.ASGITransport(app=caller.gateway)
        endpoint = f"{GATEWAY}/token"
        client = AsyncOAuth2Client(
            exchange.system.client_id,
            exchange.key,
            token_endpoint_auth_method=PrivateKeyJWT(endpoint, alg="ES256"),
            transport=transport,
        )
        async with client:
            resource = f"{GATEWAY}/resources/{exchange.resource.pk}"
            await client.fetch_token(endpoint, grant_type="client_credentials", resource=resource)
            answer: httpx.Response = await client.get(f"{resource}/rows/{people()[0].number}")
            return answer

    answer = play(exchange, scene)
    assert answer.json()["row"]["姓名"] == people()[0].name


def test_the_connection_test_lists_the_grants_with_what_is_left(exchange: Exchange, play: Any) -> None:
    other = another_grant(exchange, "高龄津贴年审")
    perform(acts.suspend_grant, exchange.decider, other.grant, reason="异常调用")

    async def scene(caller: Caller) -> dict[str, Any]:
        await caller.read(people()[0].number)
        token = await caller.token(resource=f"{GATEWAY}/connection")
        found: dict[str, Any] = (await caller.get("/connection", token)).json()
        return found

    told = play(exchange, scene)
    assert told["client_id"] == exchange.system.client_id
    seen = {one["grant"]: (one["remaining"], one["problem"]) for one in told["grants"]}
    assert seen == {exchange.grant.pk: (99, ""), other.grant.pk: (100, "grant_suspended")}


def test_a_providers_log_is_read_by_its_own_officers_only(exchange: Exchange, play: Any) -> None:
    log = f"{GATEWAY}/log/{log_name(exchange.provider)}"
    own, stranger = api_token(exchange.decider), api_token(exchange.integrator)

    async def scene(caller: Caller) -> list[httpx.Response]:
        checkpoint = f"{log}/checkpoint"
        bare = await caller.web.get(checkpoint)
        system = await caller.get(checkpoint, await caller.token())
        return [bare, system, await caller.get(checkpoint, stranger), await caller.get(checkpoint, own)]

    answers = play(exchange, scene)
    assert [one.status_code for one in answers] == [403, 403, 403, 200]
    assert answers[-1].text.splitlines()[1] == "0"


def api_token(officer: Actor) -> str:
    return make_token(
        open_account(f"account{officer.officer}", officer.officer or 0, "a long password", b"0" * 20)
    )


def test_describes_itself_as_an_authorization_server(exchange: Exchange, play: Any) -> None:
    async def scene(caller: Caller) -> list[dict[str, Any]]:
        metadata = (await caller.web.get("/.well-known/oauth-authorization-server")).json()
        return [metadata, (await caller.web.get(metadata["jwks_uri"])).json()]

    metadata, keys = play(exchange, scene)
    assert metadata["token_endpoint"] == f"{GATEWAY}/token"
    assert metadata["token_endpoint_auth_methods_supported"] == ["private_key_jwt"]
    assert {"kty", "crv", "x", "y", "kid", "alg", "use"} == set(keys["keys"][0])
