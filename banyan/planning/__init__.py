"""Framework, plans, schemes, standards, software plans, projects and funds (规划与建设).

Articles 10 to 12, 18, 24 and 36.
"""
