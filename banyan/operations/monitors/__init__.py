"""What goes wrong in operation."""

from banyan.operations.monitors import (
    assessments,
    backups,
    drills,
    incidents,
    measured,
    protection,
    service,
    suppliers,
    units,
)

__all__ = [
    "assessments",
    "backups",
    "drills",
    "incidents",
    "measured",
    "protection",
    "service",
    "suppliers",
    "units",
]
