"""What may be done with infrastructure."""

from banyan.infrastructure.acts import centres, systems

__all__ = ["centres", "systems"]
