"""What a form's or a resource's name says about bare item names (语境): 名称 in 学校基本信息 is a school's name."""

from dataclasses import dataclass
from functools import lru_cache

from banyan.catalogue.matcher.spelling import spellings
from banyan.catalogue.matcher.words import lexicon


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """The concepts and the remaining text of a form's or resource's name."""

    text: str
    core: str
    concepts: frozenset[str]
    rest: str
    pairs: frozenset[str]


ANYTHING = Context("*", "*", frozenset(), "", frozenset())
"""The context that says whatever is asked of it: for a first rough comparison."""


@lru_cache(maxsize=300_000)
def context(name: str) -> Context:
    """What the name of a form or resource is about, without words such as 登记表 and 基本信息."""
    text = "".join(spellings(name)) if name.strip() else ""
    core = _without_noise(text)
    words = lexicon().words(core, ends=False)
    stems = [
        stem
        for word in words
        if word.means and (stem := word.text.removesuffix("书").removesuffix("证")) != word.text
    ]
    return Context(
        text=text,
        core=core,
        concepts=frozenset(
            concept
            for word in [*words, *(w for stem in stems for w in lexicon().words(stem, ends=False))]
            for concept in word.means or ()
        ),
        pairs=frozenset(core[place : place + 2] for place in range(len(core) - 1)),
        rest="".join(word.text for word in words if word.means is None),
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
    concepts, pairs = one.concepts & other.concepts, len(one.pairs & other.pairs)
    spelled = pairs / max(2, min(len(one.pairs), len(other.pairs)))
    if not concepts:
        return min(1.0, 0.9 * spelled)
    weights = lexicon().weights
    shared = sum(weights.get(concept, 1.0) for concept in concepts)
    least = min(
        sum(weights.get(concept, 1.0) for concept in side.concepts) + len(side.rest) / 2
        for side in (one, other)
    )
    return min(1.0, max(shared / max(least, 1.0), 0.9 * spelled))


@lru_cache(maxsize=300_000)
def basic(about: Context) -> bool:
    """Whether a resource is one of the basic registers (基础信息) of persons or bodies, their first source."""
    return any(word in about.text for word in lexicon().registers)
