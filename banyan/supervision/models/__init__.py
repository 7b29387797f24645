"""The nouns of supervision."""

from banyan.supervision.models.orders import Order
from banyan.supervision.models.referrals import Referral

__all__ = ["Order", "Referral"]
