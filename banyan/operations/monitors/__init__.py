"""What goes wrong in operation."""

from banyan.operations.monitors import backups

__all__ = ["backups"]
