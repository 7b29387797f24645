"""How the nouns of infrastructure are listed and shown."""

from banyan.infrastructure.registers import centres, systems

__all__ = ["centres", "systems"]
