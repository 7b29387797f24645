"""The kinds of bodies by which rules tell who may do what."""

MANAGING = "managing_department"
"""The department that manages e-government in its region (电子政务管理部门)."""
