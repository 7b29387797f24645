"""Client assertions (RFC 7523): every check by name, so that the answer says exactly what is wrong."""

import hashlib
import warnings
from base64 import urlsafe_b64decode
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import import_key

from banyan.exchange.models import ConsumerSystem
from banyan.kit.characters import UNWRITABLE
from banyan.kit.sentence import Sentence, say

TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
ALGORITHMS = {"EC": ("ES256", "ES384"), "OKP": ("Ed25519", "EdDSA"), "RSA": ("PS256", "RS256")}
CLAIMS = {"iss", "sub", "aud", "exp", "iat", "nbf", "jti"}
LONGEST_SECONDS = 3600
"""How far ahead an assertion may expire: what client libraries choose when left alone; each is good for one token."""

SKEW_SECONDS = 60
LONGEST_JTI = 120
_object = msgspec.json.Decoder(dict[str, Any]).decode


@dataclass(frozen=True)
class Check:
    """One check of an assertion (检查项): its name, and what is wrong; empty when nothing is."""

    name: str
    wrong: Sentence | None


@dataclass(frozen=True)
class Seen:
    """An assertion taken apart (断言): the text, what it says, and whom it names."""

    text: str
    header: Mapping[str, Any]
    claims: Mapping[str, Any]
    system: ConsumerSystem | None
    audiences: Collection[str]
    now: float


@dataclass(frozen=True)
class Examined:
    """What the checks found (检查结果); ``system`` is set when they all passed."""

    checks: tuple[Check, ...]
    system: ConsumerSystem | None = None
    claims: Mapping[str, Any] = field(default_factory=dict)

    @property
    def wrong(self) -> Sentence | None:
        """The first thing that is wrong."""
        return next((check.wrong for check in self.checks if check.wrong), None)

    @property
    def digest(self) -> str:
        """What is kept of a used assertion: the SHA-256 of client id and jti."""
        return hashlib.sha256(f"{self.claims['sub']}\0{self.claims['jti']}".encode()).hexdigest()


def examine(
    text: str, find: Callable[[str], ConsumerSystem | None], *, audiences: Collection[str], now: float
) -> Examined:
    """Check an assertion; ``find`` gives the system of a client id, ``audiences`` are our names."""
    try:
        header, claims = _parts(text)
    except (ValueError, RecursionError, msgspec.MsgspecError):
        return Examined((Check("form", say("It is no signed JWT of three parts with JSON inside.")),))
    client_id = str(claims.get("sub", ""))
    system = None if UNWRITABLE.search(client_id) else find(client_id)
    seen = Seen(text, header, claims, system, audiences, now)
    checks = (Check("form", None), *(Check(name, check(seen)) for name, check in CHECKS))
    passed = not any(check.wrong for check in checks)
    return Examined(checks, seen.system if passed else None, claims)


def _parts(text: str) -> list[dict[str, Any]]:
    """Header and claims, not yet verified."""
    first, second, _signature = text.split(".")
    return [_object(urlsafe_b64decode(part + "=" * (-len(part) % 4))) for part in (first, second)]


def _client(seen: Seen) -> Sentence | None:
    if seen.system is None:
        return say("'sub' names no registered system: {id}.", id=str(seen.claims.get("sub", ""))[:60])
    if seen.system.state != ConsumerSystem.State.ACTIVE:
        return say("The system {id} was stopped.", id=seen.system.client_id)
    return None


def _algorithm(seen: Seen) -> Sentence | None:
    allowed = _allowed(seen)
    if seen.header.get("alg") in allowed:
        return None
    return say(
        "'alg' is {alg}; the registered key takes {allowed}.",
        alg=str(seen.header.get("alg"))[:20],
        allowed=", ".join(allowed) or "none",
    )


def _key(seen: Seen) -> Sentence | None:
    known = seen.system.public_key.get("kid") if seen.system else None
    named = seen.header.get("kid")
    if not known or not named or known == named:
        return None
    return say("'kid' is {named}; the registered key is {known}.", named=str(named)[:80], known=known)


def _signature(seen: Seen) -> Sentence | None:
    if seen.system is None or _algorithm(seen):
        return say("The signature cannot be checked without a key that fits.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # EdDSA is an older name of Ed25519, which many libraries still write
            jwt.decode(seen.text, import_key(seen.system.public_key), algorithms=list(_allowed(seen)))
    except (JoseError, ValueError, TypeError):
        return say("The signature is not of the registered key. Was the key changed? Is it the right system?")
    return None


def _known_claims(seen: Seen) -> Sentence | None:
    unknown = sorted(set(seen.claims) - CLAIMS)
    if not unknown:
        return None
    return say(
        "Unknown claims: {unknown}. Only {known} are taken.",
        unknown=", ".join(unknown)[:200],
        known=", ".join(sorted(CLAIMS)),
    )


def _issuer(seen: Seen) -> Sentence | None:
    if seen.claims.get("iss") == seen.claims.get("sub"):
        return None
    return say("'iss' and 'sub' must both be the client id.")


def _audience(seen: Seen) -> Sentence | None:
    audience = seen.claims.get("aud")
    named = audience if isinstance(audience, list) else [audience]
    if len(named) == 1 and named[0] in seen.audiences:
        return None
    return say(
        "'aud' is {named}; it must be {wanted}.",
        named=str(audience)[:200],
        wanted=" or ".join(sorted(seen.audiences, key=len, reverse=True)),
    )


def _expiry(seen: Seen) -> Sentence | None:
    expires = _number(seen.claims.get("exp"))
    if expires is None:
        return say("'exp' is missing or no number.")
    if expires <= seen.now:
        return say("It expired {n} seconds ago by our clock.", n=int(seen.now - expires) + 1)
    if expires > seen.now + LONGEST_SECONDS + SKEW_SECONDS:
        return say(
            "'exp' lies {n} seconds ahead; at most {most} are taken.",
            n=int(expires - seen.now),
            most=LONGEST_SECONDS,
        )
    return None


def _begin(seen: Seen) -> Sentence | None:
    for name in ("iat", "nbf"):
        begins = _number(seen.claims.get(name, 0))
        if begins is None:
            return say("'{name}' is no number.", name=name)
        if begins > seen.now + SKEW_SECONDS:
            return say("'{name}' lies {n} seconds ahead of our clock.", name=name, n=int(begins - seen.now))
    return None


def _identifier(seen: Seen) -> Sentence | None:
    given = seen.claims.get("jti")
    if isinstance(given, str) and 0 < len(given) <= LONGEST_JTI:
        return None
    return say("'jti' must be a text of 1 to {n} characters, new in every assertion.", n=LONGEST_JTI)


def _allowed(seen: Seen) -> tuple[str, ...]:
    return ALGORITHMS.get(seen.system.public_key.get("kty", ""), ()) if seen.system else ()


def _number(value: object) -> float | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def explained(examined: Examined) -> Iterator[dict[str, Any]]:
    """The checks as JSON objects."""
    for check in examined.checks:
        yield {"check": check.name, "ok": check.wrong is None, "says": str(check.wrong or "")}


CHECKS: tuple[tuple[str, Callable[[Seen], Sentence | None]], ...] = (
    ("client", _client),
    ("alg", _algorithm),
    ("kid", _key),
    ("signature", _signature),
    ("claims", _known_claims),
    ("iss", _issuer),
    ("aud", _audience),
    ("exp", _expiry),
    ("iat", _begin),
    ("jti", _identifier),
)
