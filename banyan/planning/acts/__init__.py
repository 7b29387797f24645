"""What may be done in planning."""

from banyan.planning.acts import funds, plans, projects, software

__all__ = ["funds", "plans", "projects", "software"]
