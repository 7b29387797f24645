"""What may be done in planning."""

from banyan.planning.acts import building, funds, methods, plans, projects, software

__all__ = ["building", "funds", "methods", "plans", "projects", "software"]
