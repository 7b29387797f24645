"""The token endpoint: OAuth 2.0 client credentials with ``private_key_jwt`` (RFC 6749, 7521, 7523, 8707)."""

import asyncio
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.db import connections

from banyan.acts import clock
from banyan.exchange.gateway.assertions import TYPE, Examined, examine, explained
from banyan.exchange.gateway.grants import Book, HeldGrant
from banyan.exchange.gateway.journal import Journal, call_of
from banyan.exchange.gateway.lane import Lane
from banyan.exchange.gateway.problems import KINDS, Problem
from banyan.exchange.gateway.request import Request
from banyan.exchange.gateway.tokens import SECONDS, Tokens
from banyan.exchange.models import ConsumerSystem
from banyan.kit.sentence import Sentence, say
from banyan.ledger.asgi import Answer

JSON = "application/json"


class OAuthFault(Exception):
    """A refused request for a token (RFC 6749, 5.2); ``says`` is its exact cause."""

    def __init__(self, error: str, says: Sentence, status: int = 400) -> None:
        super().__init__(error)
        self.error, self.says, self.status = error, says, status


@dataclass(frozen=True, slots=True)
class Audience:
    """What a token will be good for (令牌用途): an address, and the grant when it is a resource."""

    url: str
    grant: HeldGrant | None = None


@dataclass(slots=True)
class Granting:
    """Gives tokens to consumer systems (发放令牌)."""

    book: Book
    tokens: Tokens
    journal: Journal
    lane: Lane

    async def answer(self, request: Request, form: Mapping[str, str]) -> Answer:
        """The token, or why there is none."""
        try:
            system = await self._client(form)
            audience = await self._audience(request, form, system)
        except OAuthFault as fault:
            return refused(fault, request.correlation)
        token = self.tokens.issue(_claims(system, audience), clock.now().timestamp())
        said = {"access_token": token, "token_type": "Bearer", "expires_in": SECONDS}
        return _json(HTTPStatus.OK, {**said, "resource": audience.url}, request.correlation)

    async def explain(self, request: Request, form: Mapping[str, str]) -> Answer:
        """Every check of an assertion, passed or not; nothing is issued and nothing used up."""
        examined = await self._examine(form.get("client_assertion", ""))
        wrong = examined.wrong
        said = {"ok": wrong is None, "says": str(wrong or ""), "checks": list(explained(examined))}
        return _json(HTTPStatus.OK, said, request.correlation)

    async def _client(self, form: Mapping[str, str]) -> ConsumerSystem:
        """The system that proves itself; its assertion is used up by it."""
        _require(form, "grant_type", "client_credentials", "unsupported_grant_type")
        _require(form, "client_assertion_type", TYPE, "invalid_request")
        examined = await self._examine(form.get("client_assertion", ""))
        if examined.wrong or examined.system is None:
            raise OAuthFault("invalid_client", examined.wrong or say("The client is unknown."), 401)
        system = examined.system
        if form.get("client_id", system.client_id) != system.client_id:
            raise OAuthFault("invalid_client", say("'client_id' is not that of the assertion."), 401)
        digest, expires = examined.digest, int(examined.claims["exp"]) + 1
        if not await self.lane.run(lambda store: store.spend(digest, expires)):
            raise OAuthFault(
                "invalid_client", say("This assertion was used before: 'jti' must be new each time."), 401
            )
        return system

    async def _examine(self, assertion: str) -> Examined:
        return await asyncio.to_thread(_examined, assertion, self.audiences, clock.now().timestamp())

    @property
    def audiences(self) -> Collection[str]:
        """The names under which an assertion may address us."""
        return {f"{self.tokens.issuer}/token", self.tokens.issuer}

    async def _audience(self, request: Request, form: Mapping[str, str], system: ConsumerSystem) -> Audience:
        """What the token is asked for, when the client may have it."""
        await self.book.renew()
        resource, issuer = form.get("resource", ""), self.tokens.issuer
        if resource == f"{issuer}/connection":
            return Audience(resource)
        held = _chosen(self.book.of_client(system.client_id), form, issuer)
        today = clock.today()
        usable = [grant for grant in held if not grant.obstacle(today)]
        if len(usable) > 1:
            raise OAuthFault(
                "invalid_target",
                say(
                    "Several grants fit: {grants}. Name one with 'grant'.",
                    grants=", ".join(f"{one.pk} ({issuer}/resources/{one.resource.pk})" for one in usable),
                ),
            )
        if usable:
            return Audience(f"{issuer}/resources/{usable[0].resource.pk}", usable[0])
        raise await self._refused(request, held)

    async def _refused(self, request: Request, held: list[HeldGrant]) -> OAuthFault:
        """Why none of these grants can be used; recorded with the newest of them."""
        if not held:
            return OAuthFault(
                "invalid_target", say("This system has no such grant. Request sharing on the desk first.")
            )
        newest = max(held, key=lambda grant: grant.pk)
        obstacle = newest.obstacle(clock.today())
        await self.journal.denied(call_of(newest, request, clock.now().timestamp()), obstacle)
        kind = KINDS[obstacle]
        return OAuthFault("invalid_target", say("{title} {do}", title=kind.title, do=kind.do))


def refused(fault: OAuthFault, correlation: str) -> Answer:
    """The refusal in the form of RFC 6749."""
    said = {"error": fault.error, "error_description": printable(fault.says), "correlation": correlation}
    return _json(fault.status, said, correlation)


def printable(says: Sentence) -> str:
    """The sentence in the characters that an ``error_description`` may have (RFC 6749, 5.2)."""
    plain = str(says).encode("ascii", "replace").decode()
    return "".join(sign if sign.isprintable() else "?" for sign in plain).translate({34: "'", 92: "/"})


def as_oauth(problem: Problem) -> OAuthFault:
    """A problem of the request itself, in the form of RFC 6749."""
    error = "invalid_request" if problem.kind.status < 500 else "temporarily_unavailable"
    return OAuthFault(error, problem.detail, problem.kind.status)


def _require(form: Mapping[str, str], name: str, value: str, error: str) -> None:
    if form.get(name) != value:
        raise OAuthFault(
            error if form.get(name) else "invalid_request",
            say("'{name}' must be {value}.", name=name, value=value),
        )


def _chosen(held: list[HeldGrant], form: Mapping[str, str], issuer: str) -> list[HeldGrant]:
    resource, grant = form.get("resource"), form.get("grant")
    return [
        one
        for one in held
        if (not resource or resource == f"{issuer}/resources/{one.resource.pk}")
        and (not grant or grant == str(one.pk))
    ]


def _claims(system: ConsumerSystem, audience: Audience) -> dict[str, Any]:
    party = {
        "sub": system.client_id,
        "client_id": system.client_id,
        "aud": audience.url,
        "consumer": system.body.code,
    }
    if audience.grant is None:
        return party
    grant = audience.grant
    return {
        **party,
        "producer": grant.resource.provider,
        "resource": grant.resource.code,
        "version": grant.resource.version,
        "purpose": grant.purpose,
        "grant": grant.pk,
    }


def _examined(assertion: str, audiences: Collection[str], now: float) -> Examined:
    """In a thread: the system is read fresh, so that a changed key counts at once."""
    try:
        return examine(assertion, _system, audiences=audiences, now=now)
    finally:
        connections.close_all()


def _system(client_id: str) -> ConsumerSystem | None:
    return ConsumerSystem.objects.select_related("body").filter(client_id=client_id).first()


def _json(status: int, said: dict[str, Any], correlation: str) -> Answer:
    headers = {"cache-control": "no-store", "x-banyan-correlation": correlation}
    return Answer(status, json.dumps(said, ensure_ascii=False).encode(), JSON, headers)
