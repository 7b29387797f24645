"""Rules of article 32 on the systems of consumers."""

from dataclasses import dataclass
from typing import Any

from banyan.acts.refusal import Objection, refuse
from banyan.acts.rule import rule
from banyan.kit.sentence import say


@dataclass(frozen=True)
class SystemFacts:
    """What the rules may know of a consumer system."""

    key_fault: str
    client_id_taken: bool


@rule("32.1-d")
def client_id_is_new(facts: SystemFacts, asked: Any) -> Objection | None:
    if not facts.client_id_taken:
        return None
    return refuse(
        say("A system with this client id is registered already."),
        instead=say("Choose another client id."),
    )


@rule("32.1-d")
def system_proves_itself_with_a_public_key(facts: SystemFacts, asked: Any) -> Objection | None:
    if not facts.key_fault:
        return None
    return refuse(
        say("{fault}", fault=facts.key_fault),
        instead=say("Send the public key as a JWK (EC P-256, Ed25519 or RSA), without its private part."),
    )
