"""How the nouns of planning are listed and shown."""

from banyan.planning.registers import funds, methods, plans, projects, software

__all__ = ["funds", "methods", "plans", "projects", "software"]
