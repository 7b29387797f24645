"""What supervision may do."""

from banyan.supervision.acts import checking, consequences, contests, inspections, orders, referrals

__all__ = ["checking", "consequences", "contests", "inspections", "orders", "referrals"]
