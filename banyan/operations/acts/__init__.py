"""What may be done in operation."""

from banyan.operations.acts import backups, going_live, suppliers

__all__ = ["backups", "going_live", "suppliers"]
