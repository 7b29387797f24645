"""What may be done with infrastructure."""

from banyan.infrastructure.acts import centres, channels, networks, platforms, sensing, stock, systems

__all__ = ["centres", "channels", "networks", "platforms", "sensing", "stock", "systems"]
