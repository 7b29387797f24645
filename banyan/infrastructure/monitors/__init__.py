"""What goes wrong with infrastructure."""

from banyan.infrastructure.monitors import centres, channels, networks, platforms, sensing, systems

__all__ = ["centres", "channels", "networks", "platforms", "sensing", "systems"]
