"""The nouns of operations."""

from banyan.operations.models.acceptances import Acceptance
from banyan.operations.models.assessments import Risk, RiskAssessment, RiskLevel
from banyan.operations.models.backups import BackupJob
from banyan.operations.models.bulletins import Bulletin, BulletinReply
from banyan.operations.models.drills import Drill, DrillPart
from banyan.operations.models.incidents import Incident, MaintenanceWindow
from banyan.operations.models.levels import ServiceLevel, ServiceRule
from banyan.operations.models.protection import ProtectionCheck, ProtectionControl
from banyan.operations.models.readings import MeasuredDay, Reading
from banyan.operations.models.service import Instruction, Rating, ServiceRequest
from banyan.operations.models.suppliers import BackupSupplier
from banyan.operations.models.units import Commission, Qualification

__all__ = [
    "Acceptance",
    "BackupJob",
    "BackupSupplier",
    "Bulletin",
    "BulletinReply",
    "Commission",
    "Drill",
    "DrillPart",
    "Incident",
    "Instruction",
    "MaintenanceWindow",
    "MeasuredDay",
    "ProtectionCheck",
    "ProtectionControl",
    "Qualification",
    "Rating",
    "Reading",
    "Risk",
    "RiskAssessment",
    "RiskLevel",
    "ServiceLevel",
    "ServiceRequest",
    "ServiceRule",
]
