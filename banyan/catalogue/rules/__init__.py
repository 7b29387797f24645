"""Rules of articles 15, 16 and 22, by noun."""
