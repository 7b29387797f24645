"""What supervision may do."""

from banyan.supervision.acts import (
    checking,
    commendations,
    consequences,
    contests,
    coordination,
    inspections,
    leaderships,
    mechanisms,
    orders,
    referrals,
    scores,
)

__all__ = [
    "checking",
    "commendations",
    "consequences",
    "contests",
    "coordination",
    "inspections",
    "leaderships",
    "mechanisms",
    "orders",
    "referrals",
    "scores",
]
