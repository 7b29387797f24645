"""How the nouns of operations are listed and shown."""

from banyan.operations.registers import backups, units

__all__ = ["backups", "units"]
