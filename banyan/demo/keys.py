"""The private keys of the demo's consumer systems, fresh for every installation."""

from pathlib import Path
from typing import Any

from django.conf import settings
from joserfc.jwk import ECKey

from banyan.kit.files import write_whole

ALGORITHM = "ES256"
"""What a client assertion is signed with."""


def path(client_id: str) -> Path:
    """Where the system of this client id keeps its private key (PEM)."""
    kept: Path = settings.BANYAN_HOME / "demo-keys" / f"{client_id}.pem"
    return kept


def make(client_id: str) -> dict[str, Any]:
    """Make a new EC P-256 key, keep its private part readable by the owner only, and answer its public JWK."""
    key = ECKey.generate_key("P-256")
    kept = path(client_id)
    kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_whole(kept, key.as_pem(private=True))
    return dict(key.as_dict(private=False))
