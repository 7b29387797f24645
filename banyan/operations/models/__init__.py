"""The nouns of operations."""

from banyan.operations.models.backups import BackupJob
from banyan.operations.models.suppliers import BackupSupplier

__all__ = ["BackupJob", "BackupSupplier"]
