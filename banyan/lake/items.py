"""What the items of a resource demand of its rows, as plain values; and how a table's columns fit them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from banyan.kit.errors import SentenceError
from banyan.kit.sentence import Sentence, say
from banyan.lake.meaning import Meaning, meaning_of

REGION_ITEMS = ("行政区划代码", "户籍地行政区划代码", "居住地行政区划代码")
"""Which item says what region a row is about, where a resource has several: the first of these."""

_APART = re.compile(r"[;；,，、\n]+")
_NAMED = re.compile(r"[=＝:：]")


class ColumnsFault(SentenceError):
    """The columns of a table are not the items of the resource (列不符); the sentence names them."""


@dataclass(frozen=True)
class ItemRule:
    """What one item (信息项) demands of its values; ``codes`` is empty where there is no list to hold them against."""

    name: str
    data_type: str
    length: int | None = None
    codes: frozenset[str] = field(default_factory=frozenset)
    is_key: bool = False
    is_required: bool = False
    element: str = ""

    @property
    def meaning(self) -> Meaning:
        return meaning_of(self.name, self.element)


def codes_of(text: str) -> frozenset[str]:
    """The codes in a code list such as ``1=male;2=female`` or ``0;1``.

    A single word such as ``性别`` or ``GB/T 2261.1`` only names a list kept elsewhere: there are no codes in it.
    """
    entries = [entry.strip() for entry in _APART.split(text) if entry.strip()]
    if len(entries) == 1 and not _NAMED.search(entries[0]):
        return frozenset()
    return frozenset(_NAMED.split(entry)[0].strip() for entry in entries)


ITEMS_NAMED = say("The first row must name the items of the resource.")


def columns_of(
    heading: Sequence[str], items: Sequence[ItemRule], demand: Sentence = ITEMS_NAMED
) -> list[str]:
    """The item of each column, in the order of the table; ``demand`` says what its first row must name.

    Raises `ColumnsFault` naming the columns that are missing, unknown or there twice: a column is neither guessed nor
    left out in silence.
    """
    columns = [name.strip() for name in heading]
    while columns and not columns[-1]:
        columns.pop()
    wanted = [item.name for item in items]
    missing = [name for name in wanted if name not in columns]
    unknown = [name or "—" for name in columns if name not in wanted]
    twice = sorted({name for name in columns if columns.count(name) > 1 and name in wanted})
    if missing or unknown or twice:
        raise ColumnsFault(
            say(
                "{demand} Missing: {missing}. Unknown: {unknown}. Twice: {twice}.",
                demand=demand,
                missing=_listed(missing),
                unknown=_listed(unknown),
                twice=_listed(twice),
            )
        )
    return columns


def region_item(items: Sequence[ItemRule]) -> str:
    """The item whose value is the region of a row: by `REGION_ITEMS`, else the first that is a region; or none."""
    regions = [item for item in items if item.meaning is Meaning.REGION]
    for wanted in REGION_ITEMS:
        for item in regions:
            if wanted == (item.element or item.name):
                return item.name
    return regions[0].name if regions else ""


def _listed(names: Sequence[str]) -> str:
    return "、".join(names[:20]) + (f" … ({len(names)})" if len(names) > 20 else "") if names else "—"
