"""The shapes of pages, a kind of page in each file."""
