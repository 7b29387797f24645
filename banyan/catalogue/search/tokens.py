"""The index's words (索引词): what an entry is found by, the same for every database."""

import re
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from banyan.catalogue.search.entry import SEARCHED_TEXT, Entry
from banyan.kit.text import bigrams, initials, normalise

EXACT, PREFIX, TITLE, TEXT, INITIALS = "e", "p", "t", "a", "i"
KIND, BODY, REGION, FACET = "k", "b", "r", "f"
EDGES = (16, 8, 4, 2, 1)

_RUN = re.compile(r"[^\W_]+")
LATIN = re.compile(r"[0-9a-z]{3,}")
_ESCAPED = re.compile(r"[\x00-/:-`{-\x7f]")


def words(text: str) -> list[str]:
    """The runs of letters and digits, without regard to case or width."""
    return _RUN.findall(normalise(text).casefold())


def tokens(entry: Entry) -> set[str]:
    """Every word that leads to this entry."""
    found = {KIND + plain(entry.kind)}
    found.update(TEXT + gram for gram in grams(entry.text[:SEARCHED_TEXT]))
    for name in (entry.title, entry.code):
        found.update(_of_name("".join(words(name))))
    found.update(INITIALS + three for three in trigrams(initials(entry.title)))
    found.update(REGION + plain(entry.region[:size]) for size in range(1, len(entry.region) + 1))
    found.update(facet(name, value) for name, value in entry.facets.items())
    if entry.body is not None:
        found.add(f"{BODY}{entry.body}")
    return found


def _of_name(name: str) -> Iterator[str]:
    """Words of a title or code whose blanks and punctuation are gone, so that they cannot hide it."""
    if not name:
        return
    yield exact(name)
    yield from (PREFIX + name[:size] for size in EDGES if size <= len(name))
    yield from (TITLE + character for character in set(name))
    for gram in grams(name):
        yield TITLE + gram
        yield TEXT + gram


def grams(text: str) -> set[str]:
    """Pairs of characters, and threes of Latin letters and digits, which pairs alone would not tell apart."""
    found = set(bigrams(text))
    for run in LATIN.findall(normalise(text).casefold()):
        found.update(trigrams(run))
    return found


def trigrams(run: str) -> list[str]:
    return [run[i : i + 3] for i in range(len(run) - 2)]


def exact(name: str) -> str:
    """The word of a whole title or code."""
    return EXACT + blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def facet(name: str, value: str) -> str:
    """The word of one facet's value; different values never share a word."""
    return f"{FACET}{plain(name)}={plain(value)}"


def plain(value: str) -> str:
    """The value with every ASCII sign and capital as ``_`` and its code, so that no tokenizer parts or folds it."""
    return _ESCAPED.sub(lambda sign: f"_{ord(sign[0]):02x}", value)


def any_of(prefix: str, values: Iterable[str]) -> tuple[str, ...]:
    return tuple(prefix + plain(value) for value in values)
