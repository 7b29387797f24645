"""What a question asks of the index: stages of ever weaker matches, best first."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise

from banyan.catalogue.search import tokens
from banyan.catalogue.search.entry import Unsearchable
from banyan.kit.sentence import say

LONGEST_QUERY = 100
_SHORTEST_OF_TWO_WORDS = 4
_PAIR, _TWO = re.compile("[0-9a-z]{2,}"), 2
_SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789"

Clause = tuple[str, ...]
"""Index words of which an entry must have one."""


class Rank(IntEnum):
    """How well an entry matches (匹配程度), the best highest; APART is asked only when nothing else is found."""

    LISTED = 0
    APART = 1
    INITIALS = 2
    TEXT = 3
    TITLE = 4
    PREFIX = 5
    CODE = 6
    EXACT = 7


@dataclass(frozen=True)
class Filters:
    """What every hit must be (筛选条件): one of these kinds, in this region, with one of these values per facet.

    An empty filter lets everything through.
    """

    kinds: Sequence[str] = ()
    region_prefix: str = ""
    body: int | None = None
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def clauses(self) -> list[Clause]:
        wanted = [
            tuple(tokens.of_facet(name, value) for value in values) for name, values in self.facets.items()
        ]
        wanted.append(tuple(tokens.KIND + tokens.plain(kind) for kind in self.kinds))
        wanted.append((tokens.REGION + tokens.plain(self.region_prefix),) if self.region_prefix else ())
        wanted.append(() if self.body is None else (f"{tokens.BODY}{self.body}",))
        return [clause for clause in wanted if clause]


@dataclass(frozen=True)
class Stage:
    """One kind of match (匹配级): an entry qualifies that satisfies every clause."""

    rank: Rank
    clauses: tuple[Clause, ...]


def stages(query: str, filters: Filters) -> list[Stage]:
    """The stages of a question, best first; none when the query has neither letter nor digit.

    An empty query lists everything that the filters let through. Raises `Unsearchable`.
    """
    if len(query) > LONGEST_QUERY:
        raise Unsearchable(say("Search for at most {most} characters.", most=LONGEST_QUERY))
    narrowed = filters.clauses()
    if not query.strip():
        return [Stage(Rank.LISTED, tuple(narrowed))]
    return [
        Stage(rank, tuple(dict.fromkeys([*asked, *narrowed]))) for rank, asked in _asked(tokens.words(query))
    ]


def _asked(asked: list[str]) -> list[tuple[Rank, list[Clause]]]:
    if not asked:
        return []
    name = "".join(asked)
    in_title = [clause for word in asked for clause in _in_title(word)]
    found: list[tuple[Rank, list[Clause]]] = [(Rank.EXACT, [(tokens.exact(name),)])]
    if len(name) > 1:
        found.append((Rank.CODE, [(token,) for token in tokens.code_prefix(name)]))
    found.append((Rank.PREFIX, [(tokens.title_prefix(name),), *in_title]))
    found.append((Rank.TITLE, in_title))
    found.append((Rank.TEXT, [clause for word in asked for clause in _anywhere(word)]))
    if any(tokens.LATIN.search(word) for word in asked):
        found.append((Rank.INITIALS, [clause for word in asked for clause in _by_initials(word)]))
    if any(_has_parts(word) for word in asked):
        found.append((Rank.APART, [clause for word in asked for clause in _in_parts(word)]))
    return found


def _in_title(word: str) -> list[Clause]:
    return [(tokens.TITLE + gram,) for gram in asked_grams(word)]


def _anywhere(word: str) -> list[Clause]:
    if len(word) == 1:
        return [(tokens.TITLE + word, tokens.TEXT + word)]
    return [(tokens.TEXT + gram,) for gram in asked_grams(word)]


def _by_initials(word: str) -> list[Clause]:
    """Latin pieces of three or more as pinyin initials, the rest as it stands: 福建rkjc."""
    letters = [
        (tokens.INITIALS + three,) for piece in tokens.LATIN.findall(word) for three in tokens.trigrams(piece)
    ]
    return letters + [clause for piece in tokens.LATIN.split(word) if piece for clause in _in_title(piece)]


def spelling(query: str, filters: Filters) -> Stage | None:
    """The stage of pinyin initials alone, where a pair of letters will do; None for a query without letters.

    The index holds threes: a pair stands in one that it begins or ends. Raises `Unsearchable`.
    """
    if len(query) > LONGEST_QUERY:
        raise Unsearchable(say("Search for at most {most} characters.", most=LONGEST_QUERY))
    asked = tokens.words(query)
    if not any(_PAIR.search(word) for word in asked):
        return None
    clauses = [clause for word in asked for clause in _spelt(word)]
    return Stage(Rank.INITIALS, tuple(dict.fromkeys([*clauses, *filters.clauses()])))


def _spelt(word: str) -> Iterator[Clause]:
    for piece in _PAIR.findall(word):
        if len(piece) == _TWO:
            yield tuple(tokens.INITIALS + three for one in _SIGNS for three in (piece + one, one + piece))
        else:
            yield from ((tokens.INITIALS + three,) for three in tokens.trigrams(piece))
    for rest in filter(None, _PAIR.split(word)):
        yield from _in_title(rest)


def _has_parts(word: str) -> bool:
    return len(word) >= _SHORTEST_OF_TWO_WORDS and not tokens.LATIN.search(word)


def _in_parts(word: str) -> list[Clause]:
    """The word as words of two characters or more, wherever they part: of two neighbouring pairs one must stand."""
    if not _has_parts(word):
        return _anywhere(word)
    pairs = [tokens.TEXT + gram for gram in asked_grams(word)]
    return [(pairs[0],), *pairwise(pairs), (pairs[-1],)]


def asked_grams(word: str) -> list[str]:
    """The grams that a word must have: a Latin piece's threes stand for its pairs; one character for itself."""
    if len(word) == 1:
        return [word]
    latin = [(piece.start(), piece.end() - 1) for piece in tokens.LATIN.finditer(word)]
    pairs = [at for at in range(len(word) - 1) if not any(start <= at < end for start, end in latin)]
    return [three for piece in tokens.LATIN.findall(word) for three in tokens.trigrams(piece)] + [
        word[at : at + 2] for at in pairs
    ]
