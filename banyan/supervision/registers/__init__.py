"""How the nouns of supervision are listed and shown."""

from banyan.supervision.registers import contests, inspections, orders, referrals

__all__ = ["contests", "inspections", "orders", "referrals"]
