"""How the nouns of supervision are listed and shown."""

from banyan.supervision.registers import (
    commendations,
    compliance,
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
    "commendations",
    "compliance",
    "contests",
    "coordination",
    "inspections",
    "leaderships",
    "mechanisms",
    "orders",
    "referrals",
    "scores",
]
