"""An inventory of what exists, taken in from a table row by row (存量清查), articles 13, 14, 19, 20, 23 and 39."""
