"""Rules of articles 10 to 12, 18, 24 and 36."""
