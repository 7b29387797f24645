"""The nouns of operations."""

from banyan.operations.models.backups import BackupJob

__all__ = ["BackupJob"]
