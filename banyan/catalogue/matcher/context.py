"""What a form's or a resource's name says about bare item names (语境): 名称 in 学校基本信息 is a school's name."""

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from banyan.catalogue.matcher.spelling import spellings
from banyan.catalogue.matcher.words import lexicon


@dataclass(frozen=True, slots=True)
class Context:
    """The concepts and the remaining text of a form's or resource's name."""

    text: str
    concepts: frozenset[str]
    rest: str


ANYTHING = Context("*", frozenset(), "")
"""The context that says whatever is asked of it: for a first rough comparison."""


@lru_cache(maxsize=300_000)
def context(name: str) -> Context:
    """What the name of a form or resource is about, without words such as 登记表 and 基本信息."""
    text = "".join(spellings(name)) if name.strip() else ""
    core = _without_noise(text)
    words = lexicon().words(core)
    return Context(
        text=text,
        concepts=frozenset(concept for word in words for concept in word.means or ()),
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


@lru_cache(maxsize=100_000)
def kinship(one: Context, other: Context) -> float:
    """How far two contexts speak of the same matter, 0 to 1."""
    if one is ANYTHING or other is ANYTHING:
        return 1.0
    if not one.text or not other.text:
        return 0.0
    if one.text == other.text:
        return 1.0
    weights = lexicon().weights
    shared = sum(weights.get(concept, 1.0) for concept in one.concepts & other.concepts)
    least = min(
        sum(weights.get(concept, 1.0) for concept in side.concepts) + len(side.rest) / 2 for side in (one, other)
    )
    spelled = fuzz.partial_ratio(one.rest, other.rest) / 100 if len(one.rest) > 1 and len(other.rest) > 1 else 0.0
    known = (shared + spelled * min(len(one.rest), len(other.rest)) / 2) / max(least, 1.0)
    return min(1.0, known)
