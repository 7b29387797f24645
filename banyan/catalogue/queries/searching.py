"""Search over everything catalogued, for other parts and the surfaces."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from banyan.acts.actor import Actor
from banyan.acts.choosing import Finder, Indexed
from banyan.acts.errors import Invalid
from banyan.acts.reading import SHOWN
from banyan.acts.register import Find, Hits
from banyan.catalogue.search import Found, Hit, Unsearchable, walk
from banyan.catalogue.search import by_initials as entries_by_initials
from banyan.catalogue.search import find as find_entries
from banyan.kit.sentence import say

__all__ = ["KINDS", "Found", "Hit", "by_initials", "find", "finder"]

KINDS = ("resource", "service", "collection item", "body")
"""What can be found, as the index names it."""


def find(query: str, *, kinds: Sequence[str] = (), limit: int = 20, after: str = "") -> Found:
    """One page of what matches, the best first; `Invalid` names the input that the search cannot take."""
    if unknown := [kind for kind in kinds if kind not in KINDS]:
        raise Invalid({"kind": say("“{value}” is no value of this filter.", value=unknown[0][:SHOWN])})
    try:
        return find_entries(query, kinds=kinds, limit=limit, after=after or None)
    except Unsearchable as fault:
        raise Invalid({"after" if after else "q": fault.sentence}) from fault


def finder(kind: str) -> Find:
    """How a register finds its rows, things of this kind; `Invalid` names the input that the search cannot take."""

    def search(query: str, rows: QuerySet[Any], limit: int, after: str) -> Hits:
        try:
            page = walk(query, kind, rows, limit=limit, after=after or None)
        except Unsearchable as fault:
            raise Invalid({"after" if after else "q": fault.sentence}) from fault
        return Hits(page.objects, page.next or "")

    return search


def by_initials(kind: str) -> Finder:
    """How the things of a kind are found by pinyin initials; none where the search cannot take the words."""

    def search(query: str, _actor: Actor) -> Indexed:
        try:
            found = entries_by_initials(query, kind)
        except Unsearchable:
            return Indexed()
        return Indexed(found.objects, found.more)

    return search
