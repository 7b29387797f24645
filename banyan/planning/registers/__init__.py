"""How the nouns of planning are listed and shown."""

from banyan.planning.registers import funds, plans, projects, software

__all__ = ["funds", "plans", "projects", "software"]
