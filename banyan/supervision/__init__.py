"""Inspections, orders, consequences, scores, liability and commendation (监督).

Articles 4, 9 and 34 to 38.
"""
