"""A register of software that knows what is similar in function to an entry."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import log, sqrt

from banyan.kit.sentence import Sentence, say
from banyan.planning.similarity.meaning import Meaning, functions_of, is_generic, meaning_of

SIMILAR = 0.52
"""From this score on two pieces of software are put before a person; the curve is in docs/reference/similarity.md."""
WORK, SUBJECT = 0.6, 0.15
"""What the functions and the subject weigh in a score; the whole text weighs the rest."""
SAID_ONLY = 0.8
"""What is left of a score when one side lists no function of its own."""
PAIRED = 0.5
CANDIDATES = 60
RARE = 0.2
"""A term in more than this share of the register finds no candidates; it still counts in the score."""
BACKGROUND = 400
"""So many entries a small register is taken to lie in, so that rarity is known from the first entry on."""
ACTION = 0.5
"""What an action weighs."""
OTHER_ACTION, NO_ACTION = 0.3, 0.7
"""What is left of a pair of functions when their actions differ, and when one of them names none."""
LETTERS = 0.45
"""What a pair of letters weighs against a known business object."""


@dataclass(frozen=True)
class Software:
    """One piece of software of a register (登记软件)."""

    id: str
    name: str
    purpose: str
    functions: str


@dataclass(frozen=True)
class FunctionPair:
    """Two functions that do the same, and why (功能对应)."""

    ours: str
    theirs: str
    score: float
    why: Sentence


@dataclass(frozen=True)
class Similar:
    """Software similar in function, explained function by function (相似软件)."""

    id: str
    name: str
    score: float
    pairs: tuple[FunctionPair, ...]


@dataclass(frozen=True)
class Part:
    """A function as the register compares it (功能)."""

    text: str
    meaning: Meaning


@dataclass(frozen=True)
class Kept:
    """What the register keeps of a piece of software."""

    id: str
    name: str
    subject: Meaning
    terms: frozenset[str]
    functions: str

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        return parts_of(self.functions)


def parts_of(functions: str) -> tuple[Part, ...]:
    """The functions that say something, the generic ones left out."""
    found = ((text, meaning_of(text)) for text in functions_of(functions) if not is_generic(text))
    return tuple(Part(text, meaning) for text, meaning in found if meaning)


def kept(one: Software) -> Kept:
    """Software as the register compares it."""
    subject = meaning_of(f"{one.name} {one.purpose}")
    whole = meaning_of(f"{one.name} {one.purpose} {one.functions}")
    return Kept(
        one.id, one.name, subject, whole.terms | {f"!{action}" for action in whole.actions}, one.functions
    )


class Register:
    """All software that an entry is compared with (软件登记簿); immutable once made."""

    def __init__(self, rows: Iterable[Software]) -> None:
        self._rows = [kept(one) for one in rows]
        self._posts: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for number, row in enumerate(self._rows):
            for term in row.terms:
                self._posts[term].append(number)
        self._size = max(len(self._rows), BACKGROUND)

    def similar(self, name: str, purpose: str, functions: str, most: int = 5) -> list[Similar]:
        """What is similar in function, the most similar first; empty when nothing is."""
        asked = kept(Software("", name, purpose, functions))
        found = [
            one for number in self._candidates(asked) if (one := self._compared(asked, self._rows[number]))
        ]
        return sorted(found, key=lambda one: (-one.score, one.id))[:most]

    def scored(self, name: str, purpose: str, functions: str) -> list[tuple[float, str]]:
        """Every candidate's score, the highest first: what the curve over thresholds is drawn from."""
        asked = kept(Software("", name, purpose, functions))
        scores = [(self._score(asked, self._rows[n]), self._rows[n].id) for n in self._candidates(asked)]
        return sorted(scores, reverse=True)

    def _weight(self, term: str) -> float:
        """How much a term says: rare ones more, letters less than known objects, actions least."""
        rarity = log(1 + self._size / (1 + len(self._posts.get(term, ()))))
        return rarity * (LETTERS if term.startswith("~") else ACTION if term.startswith("!") else 1.0)

    def _candidates(self, asked: Kept) -> list[int]:
        tally: Counter[int] = Counter()
        for term in asked.terms:
            posts = self._posts.get(term, ())
            if len(posts) <= max(RARE * len(self._rows), 50):
                weight = self._weight(term)
                for number in posts:
                    tally[number] += weight  # type: ignore[assignment]  # a Counter of weights
        return [number for number, _weight in tally.most_common(CANDIDATES)]

    def _score(self, asked: Kept, row: Kept) -> float:
        return self._judge(asked, row)[0]

    def _compared(self, asked: Kept, row: Kept) -> Similar | None:
        score, pairs = self._judge(asked, row)
        if score < SIMILAR:
            return None
        return Similar(row.id, row.name, round(score, 4), tuple(sorted(pairs, key=lambda one: -one.score)))

    def _judge(self, asked: Kept, row: Kept) -> tuple[float, list[FunctionPair]]:
        subject = self._alike(asked.subject.terms, row.subject.terms)
        whole = self._alike(asked.terms, row.terms)
        ours, theirs = self._covered(asked, row)
        pairs = [pair for pair in ours.values() if pair.score >= PAIRED]
        if not ours or not theirs:
            return SAID_ONLY * (0.5 * subject + 0.5 * whole), pairs
        mine = self._share({part: pair.score for part, pair in ours.items()})
        other = self._share(theirs)
        work = 0.6 * max(mine, other) + 0.4 * min(mine, other)
        return WORK * work + SUBJECT * subject + (1 - WORK - SUBJECT) * whole, pairs

    def _share(self, scores: dict[Part, float]) -> float:
        """How much of the functions is answered on the other side, the telling ones counting more."""
        weights = {part: sqrt(1 + sum(map(self._weight, part.meaning.terms))) for part in scores}
        return sum(score * weights[part] for part, score in scores.items()) / sum(weights.values())

    def _covered(self, asked: Kept, row: Kept) -> tuple[dict[Part, FunctionPair], dict[Part, float]]:
        """Each function of ours with its best counterpart, and how well each of theirs is answered."""
        ours: dict[Part, FunctionPair] = {}
        theirs: dict[Part, float] = dict.fromkeys(row.parts, 0.0)
        for part in asked.parts:
            best = max(
                ((self._same(part, asked, other, row), other) for other in row.parts),
                key=lambda one: one[0][0],
                default=None,
            )
            for other in row.parts:
                theirs[other] = max(theirs[other], self._same(part, asked, other, row)[0])
            if best is not None:
                (score, why), other = best
                ours[part] = FunctionPair(part.text, other.text, round(score, 4), why)
        return ours, theirs

    def _same(self, part: Part, asked: Kept, other: Part, row: Kept) -> tuple[float, Sentence]:
        """Whether two functions do the same with the same object; an object left unsaid is the software's own."""
        mine, yours = part.meaning, other.meaning
        objects = self._alike(_within(mine, asked), _within(yours, row))
        if mine.actions and yours.actions:
            actions = 1.0 if mine.actions & yours.actions else OTHER_ACTION
        else:
            actions = NO_ACTION if mine.actions or yours.actions else 1.0
        shared = "、".join(sorted(one.lstrip("~") for one in mine.objects & yours.objects)) or "—"
        why = (
            say("the same object ({objects}) and the same action", objects=shared)
            if actions == 1.0
            else say("the same object ({objects}), other actions", objects=shared)
        )
        return objects * actions, why

    def _alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The cosine of two sets of terms under their weights."""
        if not one or not other:
            return 0.0
        shared = sum(self._weight(term) ** 2 for term in one & other)
        if not shared:
            return 0.0
        return shared / sqrt(
            sum(self._weight(t) ** 2 for t in one) * sum(self._weight(t) ** 2 for t in other)
        )


def _within(meaning: Meaning, whole: Kept) -> frozenset[str]:
    """What a function is about: its own objects, or those of the software where it names none."""
    own = meaning.terms | {f"!{action}" for action in meaning.actions}
    return own if meaning.objects else own | whole.subject.objects
