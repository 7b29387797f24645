"""What goes wrong in operation."""

from banyan.operations.monitors import backups, measured, units

__all__ = ["backups", "measured", "units"]
