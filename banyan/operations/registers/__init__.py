"""How the nouns of operations are listed and shown."""

from banyan.operations.registers import (
    acceptances,
    backups,
    drills,
    incidents,
    levels,
    service,
    suppliers,
    units,
)

__all__ = ["acceptances", "backups", "drills", "incidents", "levels", "service", "suppliers", "units"]
