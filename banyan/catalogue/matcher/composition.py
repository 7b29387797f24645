"""Kinds of value taken apart and put together (值域组成): 提取金额 is a kind of its own, and the 金额 of a 提取."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain, combinations

from banyan.catalogue.matcher.reading import ACCOUNT, ADDRESS, NUMBER, SUM, Reading, taken_apart
from banyan.catalogue.matcher.words import lexicon

SHORTEST, MOST, NEAR = 4, 2, 0.5
NUMBERS = frozenset({NUMBER, ACCOUNT})
SUMS = frozenset({SUM, "#费用", "#价格"})
COMPOSING = SUMS | frozenset({NUMBER, ADDRESS, "#数量", "#总量", "#面积", "#比例", "#类型", "#期限", "#标准"})
Parts = tuple[frozenset[str], str]


def in_one(reading: Reading) -> Reading:
    """支取数额 is the 提取金额: what a kind of value of its own is composed of is that kind."""
    if reading.head not in COMPOSING:
        return reading
    said = reading.owners | reading.marks
    fewer = combinations(sorted(said), MOST) if reading.head in SUMS else ()
    single = ((one,) for one in sorted(said)) if reading.head in SUMS else ()
    for some in map(frozenset, chain([said], fewer, single)):
        if kind := _composed().get((some, reading.head)):
            return replace(reading, owners=reading.owners - some, marks=reading.marks - some, head=kind)
    return reading


def apart(this: Reading, that: Reading) -> Reading:
    """提取金额 is the 金额 of a 提取, where the other side has the bare kind of value and no nearer one is known.

    A number or account is taken apart only where the other side says all that it is composed of.
    """
    parts = _parts().get(this.head)
    if parts is None or parts.head != that.head or lexicon().near.get((this.head, that.head), 0.0) >= NEAR:
        return this
    said = parts.owners | parts.marks
    if parts.head in NUMBERS and not said <= that.owners | that.marks:
        return this
    return replace(this, owners=this.owners | parts.owners, marks=this.marks | parts.marks, head=parts.head)


@cache
def _composed() -> dict[Parts, str]:
    """The kinds of value by what their names are composed of, where that is plain."""
    found: defaultdict[Parts, Counter[str]] = defaultdict(Counter)
    for parts, kind in _compositions():
        found[parts][kind] += 1
    return {
        parts: kind
        for parts, kinds in found.items()
        for kind, times in kinds.items()
        if len(kinds) == 1 and kind and (times > 1 or set(kind[1:]) & set("".join(parts[0])))
    }


def _compositions() -> Iterator[tuple[Parts, str]]:
    """What each longer name of the lexicon is composed of, and its kind of value, empty where it is none of its own."""
    for name, means in lexicon().ending.items():
        if len(name) < SHORTEST or not means or means[-1][0] != "#":
            continue
        own_kind = len(means) == 1 and means[0] not in COMPOSING
        if own_kind or means[-1] in COMPOSING:
            parts = taken_apart(name, most=len(name) - 1)
            said = parts.owners | parts.marks
            if parts.head in COMPOSING and 0 < len(said) <= MOST and not parts.rest and not parts.flag:
                yield (said, parts.head), means[0] if own_kind else ""


@cache
def _parts() -> dict[str, Reading]:
    """What the kinds of value are composed of by their own names."""
    own = {f"#{name}": name for name, means in lexicon().ending.items() if means == (f"#{name}",)}
    read = {
        kind: taken_apart(name, most=len(name) - 1) for kind, name in own.items() if len(name) >= SHORTEST
    }
    return {
        kind: parts
        for kind, parts in read.items()
        if parts.head and not parts.rest and not parts.flag and (parts.owners or parts.marks)
    }
