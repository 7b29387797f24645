"""The words of the index (索引词): what an entry is found by, the same on every database."""

import re
from collections.abc import Iterator
from hashlib import blake2b

from banyan.catalogue.search.entry import SEARCHED_TEXT, Entry
from banyan.kit.text import bigrams, initials, normalise

EXACT, PREFIX, CODE, PLACE, TITLE, TEXT, INITIALS = "e", "p", "c", "o", "t", "a", "i"
KIND, BODY, REGION, FACET = "k", "b", "r", "f"

LATIN = re.compile(r"[0-9a-z]{3,}")
_RUN = re.compile(r"[^\W_]+")
_SIGN = re.compile(r"[\x00-/:-`{-\x7f]")
_EDGES = (16, 8, 4, 2, 1)
_LONGEST_PLAIN = 100


def words(text: str) -> list[str]:
    """The runs of letters and digits, without regard to case and width; ``_`` parts them too."""
    return _RUN.findall(normalise(text).casefold())


def tokens(entry: Entry) -> set[str]:
    """Every index word that leads to this entry."""
    title, code = "".join(words(entry.title)), "".join(words(entry.code))
    found = {TEXT + gram for gram in grams(entry.text[:SEARCHED_TEXT])}
    found.update(_of_title(title), _of_code(code), (exact(name) for name in (title, code) if name))
    found.update(INITIALS + three for three in trigrams(initials(entry.title)))
    found.add(KIND + plain(entry.kind))
    found.update([] if entry.body is None else [f"{BODY}{entry.body}"])
    found.update(REGION + plain(entry.region[:size]) for size in range(1, len(entry.region) + 1))
    found.update(of_facet(name, value) for name, value in entry.facets.items())
    return found


def _of_title(title: str) -> Iterator[str]:
    """The title comes without blanks and punctuation: they differ between two spellings of one name."""
    yield from (PREFIX + title[:size] for size in _EDGES if size <= len(title))
    yield from (TITLE + character for character in title)
    for gram in grams(title):
        yield TITLE + gram
        yield TEXT + gram


def _of_code(code: str) -> Iterator[str]:
    """Edges of doubling size, and what stands at each even place after the second."""
    yield from (CODE + code[:size] for size in _EDGES if 1 < size <= len(code))
    for at in range(2, len(code), 2):
        yield f"{PLACE}{at}_{code[at]}"
        yield f"{PLACE}{at}_{code[at : at + 2]}"


def code_prefix(start: str) -> list[str]:
    """The index words that together mean: the code begins so. `start` has two characters or more."""
    edge = _edge(start)
    return [CODE + start[:edge], *(f"{PLACE}{at}_{start[at : at + 2]}" for at in range(edge, len(start), 2))]


def title_prefix(start: str) -> str:
    """The index word of the longest edge that `start` covers."""
    return PREFIX + start[: _edge(start)]


def _edge(start: str) -> int:
    return next(size for size in _EDGES if size <= len(start))


def grams(text: str) -> set[str]:
    """Pairs of characters, and threes of Latin letters and digits, whose pairs would meet too often."""
    found = set(bigrams(text))
    for run in LATIN.findall(normalise(text).casefold()):
        found.update(trigrams(run))
    return found


def trigrams(run: str) -> list[str]:
    return [run[at : at + 3] for at in range(len(run) - 2)]


def exact(name: str) -> str:
    """The index word of a whole title or code."""
    return EXACT + _digest(name)


def _digest(text: str) -> str:
    return blake2b(text.encode(errors="surrogatepass"), digest_size=8).hexdigest()


def of_facet(name: str, value: str) -> str:
    return f"{FACET}{plain(name)}={plain(value)}"


def plain(value: str) -> str:
    """The value with each ASCII sign and capital as ``_`` and its code: no tokenizer parts it or folds its case.

    Different values stay different, so a filter never lets in an entry of another value; a value of more than
    100 characters is told by its first 80 and its digest.
    """
    if len(value) > _LONGEST_PLAIN:
        value = value[:80] + _digest(value)
    return _SIGN.sub(lambda sign: f"_{ord(sign[0]):02x}", value)
