"""What may be done in operation."""

from banyan.operations.acts import (
    acceptances,
    assessments,
    backups,
    bulletins,
    drills,
    going_live,
    incidents,
    levels,
    protection,
    service,
    suppliers,
    units,
)

__all__ = [
    "acceptances",
    "assessments",
    "backups",
    "bulletins",
    "drills",
    "going_live",
    "incidents",
    "levels",
    "protection",
    "service",
    "suppliers",
    "units",
]
