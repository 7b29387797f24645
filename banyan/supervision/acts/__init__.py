"""What supervision may do."""

from banyan.supervision.acts import (
    checking,
    commendations,
    consequences,
    contests,
    coordination,
    inspections,
    orders,
    referrals,
)

__all__ = [
    "checking",
    "commendations",
    "consequences",
    "contests",
    "coordination",
    "inspections",
    "orders",
    "referrals",
]
