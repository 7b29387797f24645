"""The nouns of infrastructure."""

from banyan.infrastructure.models.centres import DataCentre
from banyan.infrastructure.models.systems import System

__all__ = ["DataCentre", "System"]
