"""What may be done with systems, share requests, grants, dispatch orders and audit logs."""

from banyan.exchange.acts import dispatch, handover, sharing

__all__ = ["dispatch", "handover", "sharing"]
