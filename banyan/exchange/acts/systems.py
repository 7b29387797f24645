"""What may be done with consumer systems: each proves itself with a key of its own (article 32)."""

from typing import Annotated, Any

from banyan.acts.act import act
from banyan.acts.asks import Ask, ProtectionLevel
from banyan.exchange.models import ConsumerSystem
from banyan.exchange.queries import systems as queries
from banyan.exchange.rules import proving


@act(
    under=("32.1-a", "32.1-d"),
    by="own : integrator, administrator",
    on=ConsumerSystem,
    moves="-> active",
    facts=queries.system_facts,
    rules=[
        proving.client_id_is_new,
        proving.system_proves_itself_with_a_public_key,
    ],
    title="Register system",
    says="{by} registered the system “{name}”",
)
def register_system(
    *,
    name: Annotated[str, Ask(longest=120)],
    client_id: Annotated[str, Ask(label="Client id", longest=60)],
    protection: ProtectionLevel,
    public_key: Annotated[dict[str, Any], Ask(label="Public key (JWK)")],
    by: Any,
) -> ConsumerSystem:
    """Register a system of the body that will read by machine, with its public key."""
    return ConsumerSystem.objects.create(
        body_id=by.body, name=name, client_id=client_id, protection=protection, public_key=public_key
    )


@act(
    under="32.1-d",
    by="body : integrator, administrator",
    on=ConsumerSystem,
    moves="active",
    facts=queries.system_facts,
    rules=[proving.system_proves_itself_with_a_public_key],
    title="Change key",
    says="{by} changed the key of {on}",
)
def change_key(
    system: ConsumerSystem, *, public_key: Annotated[dict[str, Any], Ask(label="Public key (JWK)")]
) -> None:
    """Replace the public key; tokens of the former key end within minutes."""
    system.public_key = public_key


@act(
    under="32.1-d",
    by="body : integrator, administrator, head",
    on=ConsumerSystem,
    moves="active -> stopped",
    title="Stop system",
    says="{by} stopped the system {on}",
    tone="grave",
)
def stop_system(system: ConsumerSystem) -> None:
    """Stop the system: it gets no token and reads nothing from now on."""
