"""What a form's or a resource's name says about bare item names (语境): 名称 in 学校基本信息 is a school's name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import combinations

from banyan.catalogue.matcher.spelling import spellings
from banyan.catalogue.matcher.words import Word, lexicon


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """The concepts and the remaining text of a form's or resource's name.

    ``near`` are the concepts of near meaning, each with one of these concepts and how near it is; ``weight`` is how
    much the name says in all.
    """

    text: str
    core: str
    concepts: frozenset[str]
    rest: str
    pairs: frozenset[str]
    near: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    weight: float = 0.0


LONG, PART = 4, 0.5
KINDRED = 0.3
"""From this kinship on a form and a resource are of one matter."""

OF_DEALINGS = 0.4
DEALINGS = frozenset(
    {"许可", "经营", "批准", "备案", "申请", "补贴", "发放", "待遇", "变更", "延期", "审核", "转移"}
)
ANYTHING = Context("*", "*", frozenset(), "", frozenset())
"""The context that says whatever is asked of it: for a first rough comparison."""


@lru_cache(maxsize=300_000)
def context(name: str) -> Context:
    """What the name of a form or resource is about, without words such as 登记表 and 基本信息."""
    parts = spellings(name) if name.strip() else ()
    text, core = "".join(parts), "".join(map(_without_noise, parts))
    words = lexicon().words(core, ends=False)
    stems = [
        stem
        for word in words
        if word.means and (stem := word.text.removesuffix("书").removesuffix("证")) != word.text
    ]
    concepts = frozenset(
        concept
        for word in [*words, *(w for stem in stems for w in lexicon().words(stem, ends=False))]
        for concept in word.means or ()
    ) | _persons_inside(words)
    inner = _parts(words) - concepts
    weight = sum(map(_weight, concepts)) + PART * sum(map(_weight, inner))
    concepts |= inner
    rest = "".join(word.text for word in words if word.means is None)
    return Context(
        text=text,
        core=core,
        concepts=concepts,
        rest=rest,
        pairs=frozenset(core[place : place + 2] for place in range(len(core) - 1)),
        near=_around(concepts),
        weight=weight + len(rest) / 2,
    )


def _around(concepts: frozenset[str]) -> dict[str, tuple[str, float]]:
    """结婚证 and 婚姻登记: what is near to one of these concepts, and to which of them it is nearest."""
    words = lexicon()
    ranked = sorted(
        (words.near[mine, its], its, mine)
        for mine in concepts
        for its in words.neighbours.get(mine, ())
        if its not in concepts
    )
    return {its: (mine, factor) for factor, its, mine in ranked}


def _persons_inside(words: list[Word]) -> frozenset[str]:
    """高龄老人津贴 is one word of the lexicon, yet says that it is for old people."""
    persons, inside = lexicon().persons, lexicon().inside
    return frozenset(
        concept
        for word in words
        for begin, end in combinations(range(len(word.text) + 1), 2)
        if end - begin > 1
        for concept in inside.get(word.text[begin:end], ())[:1]
        if concept in persons
    )


def _parts(words: list[Word]) -> frozenset[str]:
    """职业技能等级证书 is one word of the lexicon, yet speaks of skills, as its shorter words tell."""
    long = (word.text for word in words if word.means and len(word.text) >= LONG)
    apart = [lexicon().words(text, most=min(LONG, len(text) - 1)) for text in long]
    return frozenset(
        concept
        for parts in apart
        if all(part.means is not None for part in parts)
        for part in parts
        for concept in part.means or ()
        if concept[0] not in "#@"
    )


def _without_noise(text: str) -> str:
    changed = True
    while changed:
        changed = False
        for noise in lexicon().noise:
            if text.endswith(noise) and len(text) > len(noise) + 1:
                text, changed = text[: -len(noise)], True
    return text


@lru_cache(maxsize=200_000)
def kinship(one: Context, other: Context) -> float:
    """How far two contexts speak of the same matter, 0 to 1: by shared concepts or, failing these, shared letters."""
    if one is ANYTHING or other is ANYTHING:
        return 1.0
    if not one.text or not other.text:
        return 0.0
    if one.core == other.core:
        return 1.0
    shared = sum(map(_weight, one.concepts & other.concepts))
    for its in one.near.keys() & other.concepts:
        mine, factor = one.near[its]
        if mine not in other.concepts:
            shared += factor * min(_weight(mine), _weight(its))
    said = shared / max(min(one.weight, other.weight), 1.0)
    if said >= 1.0:
        return 1.0
    spelled = len(one.pairs & other.pairs) / max(2, min(len(one.pairs), len(other.pairs)))
    return max(said, min(1.0, 0.9 * spelled))


@cache
def _weight(concept: str) -> float:
    """That something is permitted says less of a matter than what is: 经营许可 is of drugs or of fireworks."""
    return lexicon().weights.get(concept, OF_DEALINGS if concept in DEALINGS else 1.0)


@lru_cache(maxsize=300_000)
def basic(about: Context) -> bool:
    """Whether a resource is one of the basic registers (基础信息) of persons or bodies, their first source."""
    return any(word in about.text for word in lexicon().registers)
