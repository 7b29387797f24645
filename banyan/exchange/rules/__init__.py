"""Rules of articles 5, 22, 25, 26 and 32: what may be requested, granted, refused, dispatched and handed over."""
