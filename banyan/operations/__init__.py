"""Service units, service levels, ratings, backup, drills and the way into operation (运行).

Articles 7, 14.4, 23, 33, 35 and 37.
"""
