"""What the law demands of loads, basic databases and aggregation."""
