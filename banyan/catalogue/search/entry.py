"""What the search holds and what it answers: entries, hits and pages of hits."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say

BEST_QUALITY = 1_000
NUMBER_BITS = 40
SEARCHED_TEXT = 20_000

Range = tuple[int, int]


class Unsearchable(SentenceError):
    """An entry, a question or a continuation that the search cannot take (无法检索)."""


@dataclass(frozen=True)
class Entry:
    """One catalogued thing as the search sees it (检索条目): a resource, an item, a service, a body …

    `kind` and `object_id` say which thing; `code` is its resource code or unified social credit code; `text` holds
    its items and abstract, of which the first 20,000 characters are searched; `body` is the provider's id; `region`
    its division code (GB/T 2260, GB/T 10114); `facets` single values to filter by, such as ``sharing`` or ``cycle``;
    `quality` 0 to 1,000 orders equal matches, best first. Raises `Unsearchable`.
    """

    kind: str
    object_id: int
    title: str
    code: str = ""
    text: str = ""
    body: int | None = None
    region: str = ""
    facets: Mapping[str, str] = field(default_factory=dict)
    quality: int = 0
    url: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.quality <= BEST_QUALITY:
            raise Unsearchable(
                say("The quality of an entry must be from 0 to 1000, not {quality}.", quality=self.quality)
            )


@dataclass(frozen=True)
class Excerpt:
    """A piece of text (摘录) and the ranges (start, end) of its characters that match."""

    text: str
    matches: tuple[Range, ...] = ()


@dataclass(frozen=True)
class Hit:
    """One entry found (命中): `matches` are the matching ranges of `title`, `snippet` a piece of the text.

    `score` never rises from one hit to the next: the kind of match times 1,001, plus the quality.
    """

    kind: str
    object_id: int
    title: str
    matches: tuple[Range, ...]
    code: str
    snippet: Excerpt
    body: int | None
    region: str
    score: int
    url: str


@dataclass(frozen=True)
class Found:
    """One page of hits (检索结果).

    `more` says that another page follows, `next` is the continuation to ask it with; `capped` says that more
    than 1,000 entries match and only the best 1,000 are shown, so the search should be narrowed.
    """

    entries: tuple[Hit, ...]
    more: bool
    next: str | None
    capped: bool


@dataclass(frozen=True)
class Spelt:
    """The best objects found by pinyin initials alone (首字母命中); ``more`` says that others are left out."""

    objects: tuple[int, ...]
    more: bool
