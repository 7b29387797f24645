"""What may be done with systems, share requests, grants, dispatch orders, audit logs and service items."""

from banyan.exchange.acts import dispatch, effects, handover, sharing, systems

__all__ = ["dispatch", "effects", "handover", "sharing", "systems"]
