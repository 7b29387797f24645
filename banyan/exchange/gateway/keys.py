"""The gateway's signing key: made once, kept in BANYAN_HOME/keys, readable by its owner alone."""

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from banyan.kit.sentence import say
from banyan.ledger.errors import KeyFault

CURVE = "P-256"


def gateway_key() -> ECKey:
    """The key that signs tokens (网关密钥); every worker has the same. `KeyFault` when it cannot be used."""
    path = Path(settings.BANYAN_HOME) / "keys" / "gateway.pem"
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_once(path, ECKey.generate_key(CURVE).as_pem(private=True))
    return _read(path)


def _read(path: Path) -> ECKey:
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise KeyFault(say("Others may read the key {path}. Run: chmod 600 {path}", path=str(path)))
    try:
        return ECKey.import_key(path.read_bytes())
    except (JoseError, ValueError):
        raise KeyFault(
            say("The key {path} is damaged. Put it back, or delete it to get a new one.", path=str(path))
        ) from None


def _write_once(path: Path, content: bytes) -> None:
    """Write the whole file or nothing, and never over one that another worker has just made."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()
