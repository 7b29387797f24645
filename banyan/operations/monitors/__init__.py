"""What goes wrong in operation."""

from banyan.operations.monitors import backups, suppliers

__all__ = ["backups", "suppliers"]
