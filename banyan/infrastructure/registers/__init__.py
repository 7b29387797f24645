"""How the nouns of infrastructure are listed and shown."""

from banyan.infrastructure.registers import (
    centres,
    channels,
    grid,
    networks,
    platforms,
    sensing,
    stock,
    systems,
)

__all__ = ["centres", "channels", "grid", "networks", "platforms", "sensing", "stock", "systems"]
