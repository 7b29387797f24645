"""What is shown of a row: the granted items in their order, the masked ones in part."""

import hashlib
from base64 import b64encode
from typing import Any

import msgspec

from banyan.exchange.gateway.grants import HeldGrant
from banyan.lake.masking import mask

_decode = msgspec.json.Decoder(dict[str, str]).decode
_encode = msgspec.json.Encoder().encode


class Delivery(msgspec.Struct, frozen=True):
    """The bytes of an answer (应答内容) with their SHA-256."""

    body: bytes
    sha256: bytes

    @property
    def digest(self) -> str:
        """As it stands in the leaf."""
        return f"sha256:{self.sha256.hex()}"

    @property
    def content_digest(self) -> str:
        """As it stands in the header ``content-digest`` (RFC 9530)."""
        return f"sha-256=:{b64encode(self.sha256).decode()}:"


def delivery(content: dict[str, Any]) -> Delivery:
    """The answer's content as JSON."""
    body = _encode(content)
    return Delivery(body, hashlib.sha256(body).digest())


def shown(data: str, grant: HeldGrant) -> dict[str, str]:
    """The granted items of a stored row; an item that the version does not have is left out."""
    row = _decode(data)
    masked = grant.masked
    return {
        name: mask(row[name], name, masked[name]) if name in masked else row[name]
        for name in grant.items
        if name in row
    }
