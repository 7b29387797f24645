"""What may be done in planning."""

from banyan.planning.acts import funds, methods, plans, projects, software

__all__ = ["funds", "methods", "plans", "projects", "software"]
