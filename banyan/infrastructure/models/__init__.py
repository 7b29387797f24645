"""The nouns of infrastructure."""

from banyan.infrastructure.models.centres import DataCentre
from banyan.infrastructure.models.channels import Channel, TrafficReading
from banyan.infrastructure.models.existing import Existing
from banyan.infrastructure.models.grid import GridCell, GridTeam
from banyan.infrastructure.models.networks import AccessWork, Network
from banyan.infrastructure.models.platforms import Platform
from banyan.infrastructure.models.sensing import SensingAccess, SensingResource
from banyan.infrastructure.models.stock import StockRow
from banyan.infrastructure.models.systems import System

__all__ = [
    "AccessWork",
    "Channel",
    "DataCentre",
    "Existing",
    "GridCell",
    "GridTeam",
    "Network",
    "Platform",
    "SensingAccess",
    "SensingResource",
    "StockRow",
    "System",
    "TrafficReading",
]
