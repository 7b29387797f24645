"""What supervision may do."""

from banyan.supervision.acts import consequences, contests, orders, referrals

__all__ = ["consequences", "contests", "orders", "referrals"]
