"""Reads of consumer systems, and the faults of their keys."""

from typing import Any

from django.db.models import Q, QuerySet
from joserfc.errors import JoseError
from joserfc.jwk import import_key

from banyan.acts.actor import Actor
from banyan.bodies.queries import watched
from banyan.exchange.models import ConsumerSystem, ShareRequest
from banyan.exchange.rules.proving import SystemFacts
from banyan.kit.sentence import say

KEY_TYPES = {"EC": {"P-256", "P-384"}, "OKP": {"Ed25519"}, "RSA": {""}}


def system_facts(on: Any, asked: Any) -> SystemFacts:
    """What the rules of registering a system may know."""
    return SystemFacts(
        key_fault=_key_fault(asked.public_key),
        client_id_taken=ConsumerSystem.objects.filter(client_id=asked.client_id).exists(),
    )


def _key_fault(jwk: Any) -> str:
    if not isinstance(jwk, dict) or jwk.get("kty") not in KEY_TYPES:
        return str(say("This is no public key in JWK form."))
    if "d" in jwk or "k" in jwk:
        return str(say("This key holds its private part; it must never leave your system."))
    if jwk["kty"] != "RSA" and jwk.get("crv") not in KEY_TYPES[jwk["kty"]]:
        return str(say("The curve {curve} is not accepted.", curve=jwk.get("crv")))
    try:
        import_key(jwk)
    except (JoseError, ValueError, KeyError):
        return str(say("The key cannot be read."))
    return ""


def visible_systems(actor: Actor) -> QuerySet[ConsumerSystem]:
    seen = watched(actor).values("pk")
    asked = ShareRequest.objects.filter(resource__body__in=seen).values("system")
    return ConsumerSystem.objects.filter(Q(body__in=seen) | Q(pk__in=asked)).select_related("body")


def active_systems(on: Any, actor: Actor) -> QuerySet[ConsumerSystem]:
    return ConsumerSystem.objects.filter(state=ConsumerSystem.State.ACTIVE).select_related("body")
