"""Search over everything catalogued (目录检索): resources, items, services, bodies … on SQLite and PostgreSQL alike."""

from banyan.catalogue.search.entry import Entry, Excerpt, Found, Hit, Spelt, Unsearchable
from banyan.catalogue.search.finding import CAP, LARGEST_PAGE, by_initials, find
from banyan.catalogue.search.store import create_index, drop, put, rebuild, remove_index
from banyan.catalogue.search.walking import Walked, walk

__all__ = [
    "CAP",
    "LARGEST_PAGE",
    "Entry",
    "Excerpt",
    "Found",
    "Hit",
    "Spelt",
    "Unsearchable",
    "Walked",
    "by_initials",
    "create_index",
    "drop",
    "find",
    "put",
    "rebuild",
    "remove_index",
    "walk",
]
