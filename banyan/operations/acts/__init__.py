"""What may be done in operation."""

from banyan.operations.acts import backups, drills, going_live, incidents, levels, service, suppliers, units

__all__ = ["backups", "drills", "going_live", "incidents", "levels", "service", "suppliers", "units"]
