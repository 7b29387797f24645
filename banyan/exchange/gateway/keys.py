"""The gateway's signing key: made once, kept in BANYAN_HOME/keys, readable by its owner alone."""

import stat
from pathlib import Path

from django.conf import settings
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from banyan.kit.files import write_once
from banyan.kit.sentence import say
from banyan.ledger.errors import KeyFault

CURVE = "P-256"


def gateway_key() -> ECKey:
    """The key that signs tokens (网关密钥); every worker has the same. `KeyFault` when it cannot be used."""
    path = Path(settings.BANYAN_HOME) / "keys" / "gateway.pem"
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_once(path, ECKey.generate_key(CURVE).as_pem(private=True))
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
