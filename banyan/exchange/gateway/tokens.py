"""Access tokens (RFC 9068): signed with the gateway's own key, verified once and then known as they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from banyan.exchange.gateway.problems import Problem
from banyan.exchange.gateway.request import Request
from banyan.kit.ids import new_id
from banyan.kit.sentence import say

SECONDS = 600
"""How long a token holds."""

MOST_KNOWN = 20_000
ALGORITHM = "ES256"
PARTY = {"iss", "sub", "client_id", "aud", "exp", "iat", "jti", "consumer"}
GRANTED = PARTY | {"producer", "resource", "version", "purpose", "grant"}


@dataclass(frozen=True, slots=True)
class Claims:
    """What a verified token says (令牌声明): ``grant`` is 0 in a token that is for no resource."""

    client_id: str
    consumer: str
    audience: str
    expires: float
    grant: int


@dataclass(slots=True)
class Tokens:
    """Issues and verifies the tokens of one gateway (令牌)."""

    key: ECKey
    issuer: str
    known: dict[str, Claims] = field(default_factory=dict)

    def issue(self, claims: Mapping[str, Any], now: float) -> str:
        """A token with these claims and those that every token has."""
        header = {"alg": ALGORITHM, "typ": "at+jwt", "kid": self.key.thumbprint()}
        always = {"iss": self.issuer, "iat": int(now), "exp": int(now) + SECONDS, "jti": new_id()}
        return jwt.encode(header, {**claims, **always}, self.key)

    def verify(self, token: str, now: float) -> Claims:
        """What a token says; `Problem` when it is not ours, altered or expired."""
        claims = self.known.get(token)
        if claims is None:
            claims = self._verified(token)
            self._keep(token, claims)
        if claims.expires <= now:
            raise Problem("bad_token", say("The token has expired."))
        return claims

    def jwks(self) -> dict[str, Any]:
        """The public key as a JWK set (RFC 7517)."""
        public = {**self.key.as_dict(private=False), "kid": self.key.thumbprint()}
        return {"keys": [{**public, "alg": ALGORITHM, "use": "sig"}]}

    def _verified(self, token: str) -> Claims:
        try:
            decoded = jwt.decode(token, self.key, algorithms=[ALGORITHM])
        except (JoseError, ValueError):
            raise Problem("bad_token", say("The token was not issued here, or was altered.")) from None
        said = decoded.claims
        if decoded.header.get("typ") != "at+jwt" or said.get("iss") != self.issuer:
            raise Problem("bad_token", say("This is no access token of this gateway."))
        if set(said) not in (PARTY, GRANTED):
            raise Problem("bad_token", say("The token has claims that are not known here."))
        return Claims(said["client_id"], said["consumer"], said["aud"], said["exp"], said.get("grant", 0))

    def _keep(self, token: str, claims: Claims) -> None:
        if len(self.known) >= MOST_KNOWN:
            self.known.pop(next(iter(self.known)))
        self.known[token] = claims


def bearer(request: Request) -> str:
    """The token of a request; `Problem` without one."""
    scheme, _, token = request.header("authorization").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Problem("no_token")
    return token.strip()
