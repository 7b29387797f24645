"""The private keys of the demo's consumer systems, fresh for every installation."""

import os
from pathlib import Path
from typing import Any

from django.conf import settings
from joserfc.jwk import ECKey

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
    kept.unlink(missing_ok=True)
    with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(key.as_pem(private=True))
    return dict(key.as_dict(private=False))
