"""The keys of the demo's consumer systems, fresh for every installation."""

import os
from pathlib import Path
from typing import Any

from django.conf import settings
from joserfc.jwk import ECKey


def folder() -> Path:
    path: Path = settings.BANYAN_HOME / "demo-keys"
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def make_key(client_id: str) -> tuple[Path, dict[str, Any]]:
    """A new EC P-256 key: the file of its private part, readable by its owner only, and its public JWK."""
    key = ECKey.generate_key("P-256")
    path = folder() / f"{client_id}.pem"
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(key.as_pem(private=True))
    return path, dict(key.as_dict(private=False))
