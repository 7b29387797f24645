"""The nouns of operations."""

from banyan.operations.models.acceptances import Acceptance
from banyan.operations.models.backups import BackupJob
from banyan.operations.models.drills import Drill, DrillPart
from banyan.operations.models.incidents import Incident, MaintenanceWindow
from banyan.operations.models.levels import ServiceLevel, ServiceRule
from banyan.operations.models.readings import MeasuredDay, Reading
from banyan.operations.models.service import Instruction, Rating, ServiceRequest
from banyan.operations.models.suppliers import BackupSupplier
from banyan.operations.models.units import Commission, Qualification

__all__ = [
    "Acceptance",
    "BackupJob",
    "BackupSupplier",
    "Commission",
    "Drill",
    "DrillPart",
    "Incident",
    "Instruction",
    "MaintenanceWindow",
    "MeasuredDay",
    "Qualification",
    "Rating",
    "Reading",
    "ServiceLevel",
    "ServiceRequest",
    "ServiceRule",
]
