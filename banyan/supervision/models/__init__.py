"""The nouns of supervision, and what its figures were."""

from banyan.supervision.models.commendations import Commendation
from banyan.supervision.models.contests import Contest
from banyan.supervision.models.coordination import CoordinationCase
from banyan.supervision.models.inspections import CheckLine, Inspection, InspectionPlan, Material
from banyan.supervision.models.leaderships import Leadership
from banyan.supervision.models.measures import Measure
from banyan.supervision.models.mechanisms import SecurityMechanism
from banyan.supervision.models.orders import Order
from banyan.supervision.models.referrals import Referral
from banyan.supervision.models.scores import YearlyScore

__all__ = [
    "CheckLine",
    "Commendation",
    "Contest",
    "CoordinationCase",
    "Inspection",
    "InspectionPlan",
    "Leadership",
    "Material",
    "Measure",
    "Order",
    "Referral",
    "SecurityMechanism",
    "YearlyScore",
]
