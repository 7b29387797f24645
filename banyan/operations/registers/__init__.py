"""How the nouns of operations are listed and shown."""

from banyan.operations.registers import backups, suppliers

__all__ = ["backups", "suppliers"]
