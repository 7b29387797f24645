"""How the nouns of infrastructure are listed and shown."""

from banyan.infrastructure.registers import centres, networks, systems

__all__ = ["centres", "networks", "systems"]
