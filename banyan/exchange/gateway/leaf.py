"""The leaf of a call: what the provider's log says of it, in the one form that is both stored and hashed."""

import msgspec
from msgspec.structs import replace

from banyan.ledger.write import check_leaf

_encode = msgspec.json.Encoder().encode


class Leaf(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One call, without anything personal in clear (日志条目); what is empty is left out.

    The members stand in the order of their names and are texts and whole numbers, so that they are written as
    canonical JSON (RFC 8785). Each grant keeps a leaf with what it says of every call.
    """

    answer: str = ""
    at: str = ""
    case: str = ""
    consumer: str
    correlation: str = ""
    grant: int
    items: tuple[str, ...]
    kind: str = ""
    legal_basis: str = ""
    officer: str = ""
    order: int = 0
    purpose: str = ""
    reason: str = ""
    request: int = 0
    resource: str
    rows: int
    subject: str = ""
    system: str
    version: int


def denied(leaf: Leaf, reason: str) -> Leaf:
    """The leaf of the same call when it is denied."""
    return replace(leaf, kind="denied", rows=0, answer="", reason=reason)


def leaf_bytes(leaf: Leaf) -> bytes:
    """The leaf as it is stored; `BadLeaf` when it is too long."""
    data = _encode(leaf)
    check_leaf(data)
    return data
