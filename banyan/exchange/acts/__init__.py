"""What may be done with systems, share requests, grants, dispatch orders, audit logs and service items."""

from banyan.exchange.acts import dispatch, effects, handover, sharing

__all__ = ["dispatch", "effects", "handover", "sharing"]
