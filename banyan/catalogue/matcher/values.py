"""What goes into the matcher and what comes out: items, fields, matches, answers, and what people have taught."""

from collections.abc import Iterable
from dataclasses import dataclass

from banyan.kit.errors import SentenceError
from banyan.kit.sentence import Sentence


@dataclass(frozen=True, slots=True)
class CatalogueItem:
    """One resource item (信息项) of one resource (信息资源) of one provider (提供方); ``ref`` is the caller's key."""

    provider: str
    resource: str
    item: str
    ref: int | None = None


@dataclass(frozen=True, slots=True)
class FormField:
    """One field (采集项) of one form (采集表)."""

    form: str
    field: str


@dataclass(frozen=True, slots=True)
class Match:
    """An item that may mean the same as the field: ``score`` from 0 to 1, ``why`` in a sentence for people."""

    item: CatalogueItem
    score: float
    why: Sentence


@dataclass(frozen=True, slots=True)
class FieldAnswer:
    """The items nearest in meaning, best first; ``best`` is the place of the accepted one, None if none is the same."""

    form: str
    field: str
    matches: tuple[Match, ...]
    best: int | None


@dataclass(frozen=True, slots=True)
class TaughtPair:
    """A field name and an item name that people judged; an empty ``form`` or ``resource`` stands for any."""

    field: str
    item: str
    form: str = ""
    resource: str = ""


class Taught:
    """What people have taught (人工确认): confirmed pairs mean the same, rejected pairs never come up again."""

    def __init__(self, confirmed: Iterable[TaughtPair] = (), rejected: Iterable[TaughtPair] = ()) -> None:
        self.confirmed = frozenset(confirmed)
        self.rejected = frozenset(rejected)


class MatchInputError(SentenceError):
    """A file or value the matcher cannot use (匹配输入有误); ``sentence`` says what to do."""
