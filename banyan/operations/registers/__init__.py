"""How the nouns of operations are listed and shown."""

from banyan.operations.registers import (
    acceptances,
    assessments,
    backups,
    bulletins,
    drills,
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
    "incidents",
    "levels",
    "protection",
    "service",
    "suppliers",
    "units",
]
