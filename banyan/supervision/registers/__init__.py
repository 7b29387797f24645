"""How the nouns of supervision are listed and shown."""

from banyan.supervision.registers import (
    commendations,
    contests,
    coordination,
    inspections,
    orders,
    referrals,
)

__all__ = ["commendations", "contests", "coordination", "inspections", "orders", "referrals"]
