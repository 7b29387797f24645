"""What may be done with infrastructure."""

from banyan.infrastructure.acts import centres, networks, systems

__all__ = ["centres", "networks", "systems"]
