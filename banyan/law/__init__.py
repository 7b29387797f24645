"""The law as data: packs of a province's Measures (办法) with their articles, norms, clocks and roles."""
