"""How the nouns of operations are listed and shown."""

from banyan.operations.registers import backups, drills, incidents, levels, service, suppliers, units

__all__ = ["backups", "drills", "incidents", "levels", "service", "suppliers", "units"]
