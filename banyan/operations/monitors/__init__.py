"""What goes wrong in operation."""

from banyan.operations.monitors import backups, drills, incidents, measured, service, suppliers, units

__all__ = ["backups", "drills", "incidents", "measured", "service", "suppliers", "units"]
