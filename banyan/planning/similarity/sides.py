"""One of two pieces of software that are compared (比对一方), with the weight of everything it says."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from banyan.planning.similarity.letters import Vector, letters, unit
from banyan.planning.similarity.reading import Entry, Phrase
from banyan.planning.similarity.weights import LetterWeights, Weights
from banyan.planning.similarity.words import lexicon

Bag = dict[str, float]


@dataclass(frozen=True, slots=True)
class Side:
    """An entry with its weights: bags and letters of its functions, and of the whole."""

    entry: Entry
    title: Bag
    bags: tuple[Bag, ...]
    spelled: tuple[Vector, ...]
    telling: tuple[int, ...]
    business: Bag
    length: float
    letters: Vector

    @property
    def said(self) -> list[str]:
        """The functions that tell something, as they were written."""
        return [self.entry.functions[number].said for number in self.telling]

    def speaks_of(self, concept: str) -> bool:
        """Whether it says this or something kindred anywhere."""
        kin = lexicon().near.get(concept, {})
        return concept in self.business or any(one in self.business for one in kin)


def side(entry: Entry, weights: Weights, spelling: LetterWeights) -> Side:
    """The entry with the weight of everything it says."""
    business = {concept: weights[concept] * count for concept, count in entry.things.items()}
    return Side(
        entry,
        _bag(entry.title, weights),
        tuple(_bag(one, weights) for one in entry.functions),
        tuple(unit(_weighed(_counted(letters(one.said)), spelling)) for one in entry.functions),
        tuple(number for number, one in enumerate(entry.functions) if one.says_something),
        business,
        sqrt(sum(weight * weight for weight in business.values())),
        unit(_weighed(entry.letters, spelling)),
    )


def business(ours: Side, theirs: Side) -> float:
    """The cosine of what both are about; near concepts count by their factor."""
    if not ours.length or not theirs.length:
        return 0.0
    near = lexicon().near
    dot = 0.0
    for concept, weight in ours.business.items():
        if (other := theirs.business.get(concept)) is not None:
            dot += weight * other
        elif kin := near.get(concept):
            dot += weight * max(
                (theirs.business.get(one, 0.0) * factor for one, factor in kin.items()), default=0.0
            )
    return min(1.0, dot / (ours.length * theirs.length))


def _bag(one: Phrase, weights: Weights) -> Bag:
    said = (*one.things, *one.carriers, *one.actions, *one.generic)
    return {concept: weights[concept] for concept in said}


def _counted(found: Sequence[str]) -> dict[str, float]:
    counts: dict[str, float] = {}
    for letter in found:
        counts[letter] = counts.get(letter, 0.0) + 1
    return {letter: sqrt(count) for letter, count in counts.items()}


def _weighed(counts: dict[str, float], spelling: LetterWeights) -> Vector:
    return {letter: spelling[letter] * count for letter, count in counts.items()}
