"""What may be done with loads, basic databases and aggregation tasks."""

from banyan.lake.acts import aggregation, databases, loads

__all__ = ["aggregation", "databases", "loads"]
