"""The rows of resources (数据持有): loads, quarantine and versions — articles 15 and 17."""
