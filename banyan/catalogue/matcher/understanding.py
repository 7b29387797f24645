"""All ways to understand a name (字段名理解): each plain spelling read, and what one meaning is called by number."""

from dataclasses import replace
from functools import cache, lru_cache
from itertools import count

from banyan.catalogue.matcher.asked import as_a_name
from banyan.catalogue.matcher.composition import in_one
from banyan.catalogue.matcher.reading import ADDRESS, NAME, PLACE, Reading, taken_apart
from banyan.catalogue.matcher.spelling import spellings

NUMBERS = count()


@lru_cache(maxsize=300_000)
def read(name: str) -> tuple[Reading, ...]:
    """All readings of a name, the most literal first; 充装场所 is a place by name, or where it is."""
    literal = [in_one(taken_apart(text)) for text in dict.fromkeys(map(as_a_name, spellings(name)))]
    return (*literal, *(_where(reading) for reading in literal if _is_place(reading)))


@lru_cache(maxsize=300_000)
def meaning(name: str) -> int:
    """A number that names of one and the same meaning share, whatever their spelling."""
    key = tuple((one.owners, one.marks, one.head, one.rest, one.form, one.flag) for one in read(name))
    return _numbered(key)


@cache
def _numbered(key: tuple[object, ...]) -> int:
    return next(NUMBERS)


def _is_place(reading: Reading) -> bool:
    if reading.text.endswith("地点") and reading.head == NAME:
        return True
    said_more = reading.marks or reading.rest
    return bool(said_more) and reading.owners == {PLACE} and reading.text.endswith(PLACE[1:])


def _where(reading: Reading) -> Reading:
    return replace(reading, owners=frozenset(), head=ADDRESS)
