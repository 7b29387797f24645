"""What one name says and the other does not (差异): how much of the score each such word leaves."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from banyan.catalogue.matcher.context import ANYTHING, Context
from banyan.catalogue.matcher.reading import BOUNDS, DATE, NAME, SPANS, Reading
from banyan.catalogue.matcher.words import lexicon

MISSING, FROM_CONTEXT, FROM_SPELLING = 0.25, 0.94, 0.95
NAMED = frozenset({"@单位", "@机关", "@部门", "@个体户", "@联系人", "@经办人", "@场所", "@权利人"})
HAPPENED = "发生"
LASTING = frozenset(
    {"@联系人", "@经办人", "@负责人", "@法定代表人", "@代理人", "@监护人", "@委托人", "@开户行"}
)
BODIES = frozenset({"@单位", "@机关", "@部门"})
CERTIFICATE = ("证", "证书", "执照", "证明")
OF_ANY_BODY, FROM_GRANTER = 0.6, 0.9
GRANTERS, GRANTING = frozenset({"@机关"}), frozenset({"发证", "批准", "注册", "许可", "认定"})
LAST_YEAR, YEARLY = "上年", frozenset({"年检", "年度考核"})
PERSON_ENDS, BODY_ENDS = ("人", "者", "方", "户"), ("单位", "机构", "公司")


class Loss(NamedTuple):
    """What is left of the score for one concept or stretch that only one side says (0 to 1), and how it was found."""

    left: float
    word: str
    that: str
    owner: bool
    strict: bool
    by_context: bool
    concept: str = ""


def losses_of(this: Reading, that: Reading, there: Context) -> Iterator[Loss]:
    """One loss for each concept and each unknown stretch that ``this`` says, 1 where the other side says it too."""
    for concept in sorted(this.owners | this.marks):
        left, by_context = _found(concept, this, that, there)
        strict = _is_strict(concept, this.head)
        yield Loss(left, this.surface(concept), that.text, concept[0] == "@", strict, by_context, concept)
    for text in this.rest:
        left, by_context = _spelled(text, that, there)
        yield Loss(left, text, that.text, False, False, by_context)


def _is_strict(concept: str, head: str) -> bool:
    """Words that always narrow: 上年, 计划, a kind of value of its own, and in a date the act it dates."""
    words = lexicon()
    own_kind = concept[0] == "#" and concept not in words.generic
    return own_kind or concept in words.strict or (head == DATE and concept in words.acts)


@lru_cache(maxsize=200_000)
def _weight(concept: str, head: str, *, alone: bool) -> float:
    """How much a concept matters; one that is all a generic name says matters fully."""
    if (head == NAME and concept in NAMED) or (alone and head in lexicon().generic and concept[0] != "@"):
        return 1.0
    return lexicon().weights.get(concept, 1.0)


def _found(concept: str, this: Reading, that: Reading, there: Context) -> tuple[float, bool]:
    """What is left of the score when ``this`` says a concept: is it in the other name, near it, or in its context?"""
    theirs = that.owners if concept[0] == "@" else that.marks
    if concept in theirs:
        return 1.0, False
    if concept == that.head:
        return 0.97, False
    if this.head == DATE and that.head in SPANS and (concept in BOUNDS or that.head == f"#{concept}期"):
        return 1.0, False
    surface = this.surface(concept)
    closeness, in_context = _closeness(concept, surface, this, that), _in_context(concept, surface, there)
    alone = len(this.marks) + len(this.owners) + len(this.rest) == 1
    weight = _weight(concept, this.head, alone=alone)
    if concept[0] == "@" and len(this.owners) > 1 and this.owners & that.owners:
        weight *= 0.75
        in_context = max(in_context, _in_parts(surface, BODY_ENDS, there))
    return 1.0 - (1.0 - max(closeness, in_context, MISSING)) * weight, in_context > closeness


def _closeness(concept: str, surface: str, this: Reading, that: Reading) -> float:
    """How near the other name comes to a concept, by near meanings, as the general of its particular, or by letters."""
    words, theirs = lexicon(), that.owners | that.marks
    closeness = _nearest(concept, theirs)
    if concept in BODIES and theirs & BODIES and this.marks & that.marks:
        closeness = max(closeness, 0.95)
    if concept in words.bodies and "@单位" in theirs:
        closeness = max(closeness, OF_ANY_BODY)
    if (concept == "@单位" and theirs & words.bodies) or (
        concept in ("证", "许可证") and _certified(that.marks)
    ):
        closeness = max(closeness, 0.93)
    if concept == "@人" and that.owners:
        closeness = max(closeness, 0.97)
    if len(surface) > 1 and surface in that.text and concept[0] not in "#@":
        closeness = max(closeness, FROM_SPELLING)
    if concept in GRANTING and this.head == that.head == NAME and GRANTERS & this.owners & that.owners:
        closeness = max(closeness, FROM_GRANTER if theirs & GRANTING else 0.0)
    if concept == LAST_YEAR and this.marks & YEARLY & that.marks:
        closeness = max(closeness, FROM_SPELLING)
    if concept == HAPPENED and this.head == that.head and len(this.marks) > 1:
        closeness = max(closeness, FROM_SPELLING)
    return closeness


@lru_cache(maxsize=200_000)
def _nearest(concept: str, theirs: frozenset[str]) -> float:
    """By near meanings, or in parts: 首次执业 is what the other side says in two, 初次 and 执业."""
    near, parts = lexicon().near, _parts(concept)
    if (parts and parts <= theirs) or any(concept in _parts(other) for other in theirs):
        return FROM_SPELLING
    return max((near.get((concept, known), 0.0) for known in theirs), default=0.0)


@lru_cache(maxsize=20_000)
def _parts(concept: str) -> frozenset[str]:
    inside = lexicon().inside
    for place in range(2, len(concept) - 1):
        first, last = inside.get(concept[:place]), inside.get(concept[place:])
        if first and last and concept not in (*first, *last):
            return frozenset((*first, *last))
    return frozenset()


def _certified(marks: frozenset[str]) -> bool:
    return any(mark.endswith(CERTIFICATE) for mark in marks)


def _in_context(concept: str, surface: str, there: Context) -> float:
    """Whether the other side's form or resource says the concept, so that its items need not."""
    if there is ANYTHING or concept in there.concepts or (len(surface) > 1 and surface in there.text):
        return FROM_CONTEXT
    words = lexicon()
    if concept[0] == "@" and concept not in LASTING and (known := _in_parts(surface, PERSON_ENDS, there)):
        return known
    if concept.endswith(CERTIFICATE) and len(surface) > 2:
        stem = surface.removesuffix("书").removesuffix("证").removesuffix("执照").removesuffix("合格")
        parts = [word for word in words.words(stem) if word.means != ()]
        if parts and all(word.text in there.text or _all_in(word.means, there) for word in parts):
            return FROM_CONTEXT
    near = (
        words.near[concept, known] * 0.9
        for known in words.neighbours.get(concept, ())
        if known in there.concepts and concept not in LASTING
    )
    return max(near, default=0.0)


def _in_parts(surface: str, ends: tuple[str, ...], there: Context) -> float:
    """申请人 on an application, 施工单位 of a building permit: the context says what is said before 人 or 单位."""
    if there is ANYTHING or not surface.endswith(ends):
        return FROM_CONTEXT if there is ANYTHING else 0.0
    stem = surface.removesuffix(next(end for end in ends if surface.endswith(end)))
    parts = [word for word in lexicon().words(stem, ends=False) if word.means != ()]
    said = all(word.text in there.text or _all_in(word.means, there) for word in parts)
    return FROM_CONTEXT if parts and len(stem) > 1 and said else 0.0


def _all_in(means: tuple[str, ...] | None, there: Context) -> bool:
    return bool(means) and all(concept in there.concepts for concept in means or ())


def _spelled(text: str, that: Reading, there: Context) -> tuple[float, bool]:
    """The same for a stretch the lexicon does not know: judged by its letters."""
    if text in that.text:
        return 1.0, False
    if there is ANYTHING or text in there.text:
        return FROM_CONTEXT, True
    nearest = max((fuzz.ratio(text, piece) for piece in that.rest), default=0.0) / 100
    weight = 1.0 if len(text) > 1 else 0.7
    return 1.0 - (1.0 - max(nearest if nearest > 0.6 else 0.0, MISSING)) * weight, False
