"""What may be done with systems, share requests, grants and dispatch orders."""

from banyan.exchange.acts import dispatch, sharing

__all__ = ["dispatch", "sharing"]
