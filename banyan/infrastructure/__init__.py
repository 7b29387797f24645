"""Networks, data centres, platforms, terminals, channels and systems (基础设施).

Articles 13, 14, 18 to 21, 23 and 32.
"""
