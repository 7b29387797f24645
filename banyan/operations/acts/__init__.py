"""What may be done in operation."""

from banyan.operations.acts import (
    acceptances,
    backups,
    drills,
    going_live,
    incidents,
    levels,
    service,
    suppliers,
    units,
)

__all__ = [
    "acceptances",
    "backups",
    "drills",
    "going_live",
    "incidents",
    "levels",
    "service",
    "suppliers",
    "units",
]
