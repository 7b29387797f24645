"""How the nouns of supervision are listed and shown."""

from banyan.supervision.registers import orders, referrals

__all__ = ["orders", "referrals"]
