"""What is left of a text when empty words are gone, as letters (字面): single characters and pairs with their weight.

Words of the lexicon tell what is meant; letters tell what the lexicon does not know. 茶山 and 茶园 share 茶, which few
systems have in their text.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from math import sqrt

from banyan.kit.characters import fold
from banyan.planning.similarity.words import EMPTY, GENERIC, Word, cut, lexicon, written

NAMED = 1.5
Vector = dict[str, float]


@lru_cache(maxsize=20_000)
def letters(text: str) -> tuple[str, ...]:
    """The characters and pairs of characters of a text without its empty and generic words."""
    found: list[str] = []
    for run in written(fold(text)).split():
        for piece in _telling(cut(run)):
            found += piece
            found += (piece[place : place + 2] for place in range(len(piece) - 1))
    return tuple(found)


def counted(name: str, others: Iterable[str]) -> dict[str, float]:
    """How often each occurs in a whole entry; those of the name count more."""
    counts: defaultdict[str, float] = defaultdict(float)
    for weight, text in [(NAMED, name), *((1.0, other) for other in others)]:
        for letter in letters(text):
            counts[letter] += weight
    return counts


def nearness(one: Vector, other: Vector) -> float:
    """The cosine of two vectors of length one."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return min(1.0, sum(weight * large[letter] for letter, weight in small.items() if letter in large))


def unit(weighed: Vector) -> Vector:
    """The vector with length one."""
    length = sqrt(sum(weight * weight for weight in weighed.values()))
    return {letter: weight / length for letter, weight in weighed.items()} if length else {}


def _telling(words: tuple[Word, ...]) -> list[str]:
    """Runs of words that tell something."""
    pieces = [""]
    for word in words:
        if word.means is not None and all(lexicon().kinds[one] in (EMPTY, GENERIC) for one in word.means):
            pieces.append("")
        else:
            pieces[-1] += word.text
    return [piece for piece in pieces if piece]
