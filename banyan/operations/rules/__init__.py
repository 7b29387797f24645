"""Rules of articles 7, 14, 18, 23, 30 to 33, 35 and 37."""
