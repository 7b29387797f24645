"""Showing why an entry was found: the matching ranges of its title and a piece of its text."""

import re
from functools import lru_cache

from banyan.catalogue.search.entry import Excerpt, Range
from banyan.catalogue.search.question import asked_grams
from banyan.catalogue.search.tokens import LATIN, words
from banyan.kit.text import initials

LENGTH = 90
BEFORE = 20
LOOKED_THROUGH = 5_000


def in_title(title: str, asked: list[str]) -> tuple[Range, ...]:
    """The ranges of the title that match the words asked, as they stand or else by their pinyin initials."""
    return matches(title, asked) or _by_initials(title, asked)


def snippet(text: str, asked: list[str]) -> Excerpt:
    """About 90 characters around the first match in the text's first 5,000 characters, or its beginning."""
    found = matches(text[:LOOKED_THROUGH], asked)
    start = max(0, found[0][0] - BEFORE) if found else 0
    end = min(len(text), start + LENGTH)
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shift = len(before) - start
    inside = ((first + shift, min(last, end) + shift) for first, last in found if first < end)
    return Excerpt(before + text[start:end] + after, tuple(inside))


def matches(text: str, asked: list[str]) -> tuple[Range, ...]:
    """The ranges of the text that hold the words asked; where a word does not stand whole, its pairs."""
    letters, places = _letters(text)
    found: list[Range] = []
    for word in asked:
        whole = _occurrences(letters, word)
        found += whole or [part for gram in asked_grams(word) for part in _occurrences(letters, gram)]
    return _joined([(places[first], places[last - 1] + 1) for first, last in found])


def _letters(text: str) -> tuple[str, list[int]]:
    """The letters and digits as the index spells them, and where each stands in the text."""
    spelt = [(letter, at) for at, character in enumerate(text) for letter in _spelling(character)]
    return "".join(letter for letter, _ in spelt), [at for _, at in spelt]


@lru_cache(maxsize=32_768)
def _spelling(character: str) -> str:
    return "".join(words(character))


def _occurrences(letters: str, word: str) -> list[Range]:
    return [(found.start(), found.end()) for found in re.finditer(re.escape(word), letters)]


def _joined(ranges: list[Range]) -> tuple[Range, ...]:
    joined: list[Range] = []
    for first, last in sorted(ranges):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(joined)


def _by_initials(title: str, asked: list[str]) -> tuple[Range, ...]:
    """Nothing when some character has no reading, for then initials and characters do not stand in step."""
    letters, places = _letters(title)
    spelt = initials(title)
    if len(spelt) != len(letters):
        return ()
    pieces = [piece for word in asked for piece in LATIN.findall(word)]
    found = [part for piece in pieces for part in _occurrences(spelt, piece)]
    return _joined([(places[first], places[last - 1] + 1) for first, last in found])
