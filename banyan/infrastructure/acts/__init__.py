"""What may be done with infrastructure."""

from banyan.infrastructure.acts import centres, channels, grid, networks, platforms, sensing, stock, systems

__all__ = ["centres", "channels", "grid", "networks", "platforms", "sensing", "stock", "systems"]
