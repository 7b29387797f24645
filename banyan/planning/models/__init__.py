"""The nouns of planning."""

from banyan.planning.models.funds import BudgetLine, Hold, Payment
from banyan.planning.models.projects import Milestone, Project

__all__ = ["BudgetLine", "Hold", "Milestone", "Payment", "Project"]
