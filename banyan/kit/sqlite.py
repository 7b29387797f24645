"""How an SQLite file is opened: every commit forced to disk, readers beside the one writer (write-ahead log)."""

PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "cache_size = -65536",
    "wal_autocheckpoint = 8000",
)
"""A cache of 64 MB; the write-ahead log is folded back every 8,000 pages (32 MB), as each time holds up a commit."""
