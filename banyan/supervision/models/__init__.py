"""The nouns of supervision, and what its figures were."""

from banyan.supervision.models.measures import Measure
from banyan.supervision.models.orders import Order
from banyan.supervision.models.referrals import Referral

__all__ = ["Measure", "Order", "Referral"]
