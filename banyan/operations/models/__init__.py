"""The nouns of operations."""

from banyan.operations.models.backups import BackupJob
from banyan.operations.models.units import Commission, Qualification

__all__ = ["BackupJob", "Commission", "Qualification"]
