"""How the nouns of supervision are listed and shown."""

from banyan.supervision.registers import contests, orders, referrals

__all__ = ["contests", "orders", "referrals"]
