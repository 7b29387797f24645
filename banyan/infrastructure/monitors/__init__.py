"""What goes wrong with infrastructure."""

from banyan.infrastructure.monitors import centres, networks, systems

__all__ = ["centres", "networks", "systems"]
