"""Where the next page begins: the last key, sealed, so that nobody learns a key that was not granted."""

import hashlib
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from joserfc.jwk import ECKey

from banyan.exchange.gateway.problems import Problem
from banyan.kit.sentence import say

NONCE = 12


class Cursors:
    """Seals keys for one grant each (游标), with a secret drawn from the gateway's key."""

    def __init__(self, key: ECKey) -> None:
        self.cipher = AESGCM(hashlib.sha256(b"banyan cursor\0" + key.as_der(private=True)).digest())

    def seal(self, key: str, grant: int) -> str:
        """The cursor behind this key."""
        nonce = secrets.token_bytes(NONCE)
        sealed = nonce + self.cipher.encrypt(nonce, key.encode(), b"%d" % grant)
        return urlsafe_b64encode(sealed).decode().rstrip("=")

    def open(self, cursor: str, grant: int) -> str:
        """The key behind which the page begins; `Problem` when the cursor is not of this grant."""
        try:
            sealed = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
            return self.cipher.decrypt(sealed[:NONCE], sealed[NONCE:], b"%d" % grant).decode()
        except (ValueError, InvalidTag):
            raise Problem(
                "bad_request", say("«after» must be the «next» of an earlier page of this grant.")
            ) from None
