"""What supervision may do."""

from banyan.supervision.acts import consequences, orders, referrals

__all__ = ["consequences", "orders", "referrals"]
