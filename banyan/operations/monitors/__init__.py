"""What goes wrong in operation."""

from banyan.operations.monitors import backups, units

__all__ = ["backups", "units"]
