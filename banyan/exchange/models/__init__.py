"""The nouns of sharing, of its use, and of what it spares people."""

from banyan.exchange.models.effects import ServiceItem, ServiceMaterial
from banyan.exchange.models.reads import AuditHandover, ReadSubject, Use, UsedAssertion
from banyan.exchange.models.sharing import ConsumerSystem, DispatchOrder, Grant, ShareRequest

__all__ = [
    "AuditHandover",
    "ConsumerSystem",
    "DispatchOrder",
    "Grant",
    "ReadSubject",
    "ServiceItem",
    "ServiceMaterial",
    "ShareRequest",
    "Use",
    "UsedAssertion",
]
