"""The nouns of planning."""

from banyan.planning.models.funds import BudgetLine, FundKind, Hold, Payment
from banyan.planning.models.plans import Plan, PlanItem, PlanKind
from banyan.planning.models.projects import BuildMode, Evaluation, Milestone, Project, ProjectKind
from banyan.planning.models.software import KeyPoints, SimilarityDecision, SoftwareEntry
from banyan.planning.models.standards import ManagementMethod, Standard

__all__ = [
    "BudgetLine",
    "BuildMode",
    "Evaluation",
    "FundKind",
    "Hold",
    "KeyPoints",
    "ManagementMethod",
    "Milestone",
    "Payment",
    "Plan",
    "PlanItem",
    "PlanKind",
    "Project",
    "ProjectKind",
    "SimilarityDecision",
    "SoftwareEntry",
    "Standard",
]
