"""What goes wrong with infrastructure."""

from banyan.infrastructure.monitors import centres, systems

__all__ = ["centres", "systems"]
