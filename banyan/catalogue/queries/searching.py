"""Search over everything catalogued, for other parts and the surfaces."""

from collections.abc import Sequence

from banyan.acts.actor import Actor
from banyan.acts.choosing import Finder, Indexed
from banyan.acts.errors import Invalid
from banyan.catalogue.search import Found, Hit, Unsearchable
from banyan.catalogue.search import by_initials as entries_by_initials
from banyan.catalogue.search import find as find_entries

__all__ = ["Found", "Hit", "by_initials", "find"]


def find(query: str, *, kinds: Sequence[str] = (), limit: int = 20, after: str = "") -> Found:
    """One page of what matches, the best first; `Invalid` names the input that the search cannot take."""
    try:
        return find_entries(query, kinds=kinds, limit=limit, after=after or None)
    except Unsearchable as fault:
        raise Invalid({"after" if after else "q": fault.sentence}) from fault


def by_initials(kind: str) -> Finder:
    """How the things of a kind are found by pinyin initials; none where the search cannot take the words."""

    def search(query: str, _actor: Actor) -> Indexed:
        try:
            found = entries_by_initials(query, kind)
        except Unsearchable:
            return Indexed()
        return Indexed(found.objects, found.more)

    return search
