"""How the nouns of operations are listed and shown."""

from banyan.operations.registers import backups, levels, units

__all__ = ["backups", "levels", "units"]
