"""Rules of articles 13, 14, 18 to 21, 23 and 32."""
