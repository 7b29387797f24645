"""Search over everything catalogued, for other parts and the surfaces."""

from collections.abc import Sequence

from banyan.acts.errors import Invalid
from banyan.catalogue.search import Found, Hit, Unsearchable
from banyan.catalogue.search import find as find_entries

__all__ = ["Found", "Hit", "find"]


def find(query: str, *, kinds: Sequence[str] = (), limit: int = 20, after: str = "") -> Found:
    """One page of what matches, the best first; `Invalid` names the input that the search cannot take."""
    try:
        return find_entries(query, kinds=kinds, limit=limit, after=after or None)
    except Unsearchable as fault:
        raise Invalid({"after" if after else "q": fault.sentence}) from fault
